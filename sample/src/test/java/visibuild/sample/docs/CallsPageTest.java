package visibuild.sample.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each Java example of the page stands, line for line, in a test of this package. */
class CallsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "calls.md");
  private static final Path EXAMPLES =
      Path.of("src", "test", "java", "visibuild", "sample", "docs");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyExampleIsRunByATest() throws IOException {
    String sources = sources();

    List<String> paragraphs = paragraphs(Files.readString(PAGE)).toList();

    assertThat(paragraphs).hasSizeGreaterThan(15);
    assertThat(paragraphs).allSatisfy(each -> assertThat(sources).contains(each));
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

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(stripped(Files.readString(file))).append('\n');
      }
      return all.toString();
    }
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).collect(joining("\n")).strip();
  }
}
