package visibuild.sample.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each Java example of what is written of calls stands, line for line, in this package. */
class CallsPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLES =
      Path.of("src", "test", "java", "visibuild", "sample", "docs");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyExampleOfThePageIsRunByATest() throws IOException {
    List<String> paragraphs = paragraphs(Files.readString(ROOT.resolve("docs/calls.md"))).toList();

    assertThat(paragraphs).hasSizeGreaterThan(15);
    assertThat(paragraphs).allSatisfy(CallsPageTest::isRun);
  }

  private static void isRun(String paragraph) {
    assertThat(sources()).contains(paragraph);
  }

  /** Blank lines part what the page shows together and a test has apart. */
  private static Stream<String> paragraphs(String page) {
    return BLOCK
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .map(block -> block.replace("```java\n", "").replace("```", ""))
        .flatMap(block -> Arrays.stream(block.split("\n\n")))
        .map(CallsPageTest::stripped);
  }

  private static String sources() {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(stripped(Files.readString(file))).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).collect(joining("\n")).strip();
  }
}
