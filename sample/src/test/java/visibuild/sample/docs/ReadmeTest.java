package visibuild.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each Java example of the README stands in a test that runs, or in a file that is compiled, but
 * for line breaks and remarks at the ends of lines.
 */
class ReadmeTest {
  private static final Path TESTS = Path.of("src", "test", "java", "visibuild", "sample");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern REMARK = Pattern.compile("(?m)\\s//\\s.*$");

  @Test
  void everyExampleStandsInATest() throws IOException {
    List<String> paragraphs = paragraphs(Files.readString(Path.of("..", "README.md")));
    String sources = sources("docs") + sources("readme");

    assertThat(paragraphs).hasSizeGreaterThan(25);
    assertThat(paragraphs).allSatisfy(paragraph -> assertThat(sources).contains(joined(paragraph)));
  }

  /** Blank lines part what the page shows together and files have apart; imports differ. */
  private static List<String> paragraphs(String page) {
    return BLOCK
        .matcher(page)
        .results()
        .flatMap(block -> Arrays.stream(block.group(1).split("\n\n")))
        .filter(paragraph -> !paragraph.startsWith("import "))
        .toList();
  }

  private static String sources(String folder) throws IOException {
    try (Stream<Path> files = Files.list(TESTS.resolve(folder))) {
      return files.sorted().map(ReadmeTest::read).collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return joined(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(String text) {
    return REMARK.matcher(text).replaceAll("").replaceAll("\\s", "");
  }
}
