package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.processor.check.Rule;

/** The page of the rules lists each id, and its examples are what it says they are. */
class RulesPageTest {
  private static final Pattern SECTION =
      Pattern.compile(
          "### (\\S+)\n\n[^#]*?(?:Wrong:\n```java\n(.*?)```\nRight:\n```java\n(.*?)```\n|\n(?=\n## ))",
          Pattern.DOTALL);

  private static final JavaFileObject TICKET =
      JavaFileObjects.forSourceString(
          "api.Ticket", "package api; record Ticket(String id, String title) {}");

  private static final JavaFileObject NEW_TICKET =
      JavaFileObjects.forSourceString(
          "api.NewTicket", "package api; record NewTicket(String title) {}");

  /** A section of the page. */
  record Section(String id, String wrong, String right) {
    @Override
    public String toString() {
      return id;
    }
  }

  @Test
  void thePageListsEachIdOnce() throws IOException {
    assertThat(
            Pattern.compile("^### (\\S+)$", Pattern.MULTILINE)
                .matcher(page())
                .results()
                .map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::id).toList());
  }

  @Test
  void thePageSaysWhichRulesAreRetrofits() throws IOException {
    List<String> marked =
        Pattern.compile("### (\\S+)\n\n[^\n]*\\*\\(Retrofit\\)\\*\n")
            .matcher(page())
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(marked)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values())
                .filter(rule -> rule.origin() == Rule.Origin.RETROFIT)
                .map(Rule::id)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theWrongExampleBreaksThisRuleAlone(Section section) {
    Compilation compilation = compile(section.wrong());

    assertThat(
            compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("[visibuild/"))
                .map(message -> message.substring(1, message.indexOf(']'))))
        .containsExactly(section.id());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theRightExampleCompiles(Section section) {
    Compilation compilation =
        Compiling.compile(List.of(TICKET, NEW_TICKET, source(section.right())));

    assertThat(compilation.errors()).isEmpty();
  }

  /** All but the one of which there is no example. */
  static Stream<Section> sections() throws IOException {
    List<Section> sections =
        SECTION
            .matcher(page())
            .results()
            .filter(match -> match.group(2) != null)
            .map(RulesPageTest::section)
            .toList();
    assertThat(sections).hasSize(Rule.values().length - 1);
    return sections.stream();
  }

  private static Section section(MatchResult match) {
    return new Section(match.group(1), match.group(2), match.group(3));
  }

  private static Compilation compile(String example) {
    return Compiling.compiler()
        .withProcessors(new VisibuildProcessor())
        .compile(TICKET, NEW_TICKET, source(example));
  }

  private static JavaFileObject source(String example) {
    String imports =
        "package api; import java.util.*; import java.util.concurrent.*; import java.util.stream.*;"
            + " import okhttp3.MultipartBody; import okhttp3.RequestBody; import retrofit2.Call;"
            + " import retrofit2.http.*; import visibuild.*;\n";
    String whole =
        example.contains("@VisibuildApi")
            ? example
            : "@VisibuildApi(scope = Scope.READ_WRITE) interface Api {\n"
                + example
                + "@DELETE(\"rest\") void rest();\n}\n";
    return JavaFileObjects.forSourceString("api.Example", imports + whole);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "rules.md"));
  }
}
