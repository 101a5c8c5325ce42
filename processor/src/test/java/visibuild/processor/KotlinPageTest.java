package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interface of the page about Kotlin has all imports, and the processor accepts it. */
@Tag("slow")
class KotlinPageTest {
  private static final Path PAGE = Path.of("..", "docs", "how-to", "kotlin.md");
  private static final Pattern INTERFACE =
      Pattern.compile("```kotlin\n(import .*?@VisibuildApi.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void interfaceOfThePage_getsAClient() throws Exception {
    String example =
        INTERFACE
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult block) -> block.group(1))
            .findAny()
            .orElseThrow();
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(
        sources.resolve("SitesApi.kt"),
        "package desk\n\n" + example + "\ndata class Ticket(val id: String, val title: String)\n");

    assertThat(new KotlinBuild(folder, sources).kapt()).isEmpty();

    assertThat(folder.resolve("generated/desk/TicketsApiClient.java")).exists();
  }
}
