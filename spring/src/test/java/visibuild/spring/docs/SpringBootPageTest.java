package visibuild.spring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import visibuild.spring.VisibuildProperties;

/** The tutorial's table, XML and YAML are those of the starter and of its example. */
class SpringBootPageTest {
  private static final Path PAGE = Path.of("..", "docs", "tutorials", "spring-boot.md");
  private static final Path EXAMPLE = Path.of("example");

  @Test
  void propertiesTable_hasEveryProperty() throws IOException {
    Set<String> described =
        Pattern.compile("(?m)^\\| `((?:visibuild|management)\\.[a-z.-]+)` \\|")
            .matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(properties());
  }

  @Test
  void dependenciesAndYaml_areThoseOfTheExample() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(blocks(page, "yaml"))
        .containsExactly(Files.readString(EXAMPLE.resolve("src/main/resources/application.yaml")));
    assertThat(blocks(page, "xml"))
        .isNotEmpty()
        .allSatisfy(
            block ->
                assertThat(Files.readString(EXAMPLE.resolve("pom.xml")))
                    .contains(block.replace("</project>\n", "")));
  }

  private static Set<String> properties() throws IOException {
    Set<String> names = new TreeSet<>();
    try (InputStream file =
        VisibuildProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      for (JsonNode property : new ObjectMapper().readTree(file).path("properties")) {
        String name = property.path("name").asText();
        // Spring Boot's own properties of every endpoint are not repeated.
        if (!name.startsWith("management.endpoint.")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static List<String> blocks(String page, String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
