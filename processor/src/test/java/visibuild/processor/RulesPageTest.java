package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import visibuild.processor.validation.Rule;

/** The page of the rules lists each id, and its examples are what it says they are. */
class RulesPageTest {
  private static final Pattern SECTION =
      Pattern.compile(
          "### (\\S+)\n\n[^#]*?(?:Wrong:\n```java\n(.*?)```\nRight:\n```java\n(.*?)```\n|\n(?=\n## ))",
          Pattern.DOTALL);

  private static final List<JavaFileObject> MODELS =
      List.of(
          JavaFileObjects.forSourceString(
              "api.Ticket", "package api; public record Ticket(String id, String title) {}"),
          JavaFileObjects.forSourceString(
              "api.NewTicket", "package api; public record NewTicket(String title) {}"));

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
    List<JavaFileObject> sources = new ArrayList<>(MODELS);
    sources.add(source("wrong", section.wrong()));
    Compilation compilation = compile(sources);

    assertThat(
            compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("[visibuild/"))
                .map(message -> message.substring(1, message.indexOf(']'))))
        .containsExactly(section.id());
  }

  @Test
  void theRightExamplesCompile() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(MODELS);
    for (Section section : sections().toList()) {
      sources.add(source("right" + sources.size(), section.right()));
    }

    assertThat(compile(sources).errors()).isEmpty();
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

  private static Compilation compile(List<JavaFileObject> sources) {
    return Compiling.compiler().withProcessors(new VisibuildProcessor()).compile(sources);
  }

  private static JavaFileObject source(String inside, String example) {
    String imports =
        "package api."
            + inside
            + "; import api.*; import java.util.*; import java.util.concurrent.*;"
            + " import java.util.stream.*; import okhttp3.MultipartBody; import okhttp3.RequestBody;"
            + " import okhttp3.ResponseBody;"
            + " import org.jspecify.annotations.Nullable; import retrofit2.Call; import retrofit2.Response; import retrofit2.http.*; import visibuild.*;\n";
    String whole =
        example.contains("@VisibuildApi")
            ? example
            : "@VisibuildApi(scope = Scope.READ_WRITE) interface Api {\n"
                + example
                + "@DELETE(\"rest\") void rest();\n}\n";
    return JavaFileObjects.forSourceString("api." + inside + ".Example", imports + whole);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "rules.md"));
  }
}
