package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A POM that a page shows whole works with each supported Maven. The default compiler plugin of
 * Maven 3.8 ignores {@code maven.compiler.release}, and its default Surefire runs no JUnit 5 test.
 * A parent such as Spring Boot's pins both.
 */
class PomExamplesTest {
  private static final Pattern POM =
      Pattern.compile("```xml\n(<project .*?</project>)\n```", Pattern.DOTALL);

  @Test
  void pomWithoutAParent_pinsTheCompilerPluginAndSurefire() throws IOException {
    assertThat(wholePoms())
        .filteredOn(pom -> !pom.contains("<parent>"))
        .isNotEmpty()
        .allSatisfy(
            pom ->
                assertThat(pom)
                    .containsPattern("<artifactId>maven-compiler-plugin</artifactId>\\s*<version>")
                    .containsPattern(
                        "<artifactId>maven-surefire-plugin</artifactId>\\s*<version>"));
  }

  private static List<String> wholePoms() throws IOException {
    List<String> poms = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("..", "docs"))) {
      for (Path page : files.filter(file -> file.toString().endsWith(".md")).toList()) {
        POM.matcher(Files.readString(page)).results().forEach(match -> poms.add(match.group(1)));
      }
    }
    return poms;
  }
}
