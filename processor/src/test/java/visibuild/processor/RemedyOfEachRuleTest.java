package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;
import visibuild.processor.validation.Rule;
import visibuild.processor.validation.RuleFamily;

/** For each rule: the code that its message recommends compiles when a user pastes it. */
@Tag("slow")
class RemedyOfEachRuleTest {
  private static final Pattern MARKED = Pattern.compile("‹([^›]*)›");

  private static final List<JavaFileObject> MODELS =
      List.of(
          model("record Ticket(String id) {}", "api.Ticket"),
          model("record Project(String id) {}", "api.Project"),
          model(
              "@interface SerializedName { String value(); }",
              "com.google.gson.annotations.SerializedName"),
          model(
              "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                  + " @interface GetMapping { String value(); }",
              "other.GetMapping"));

  /**
   * A mistake and its correction.
   *
   * @param source the mistakes in {@code ‹›}; what follows a {@code ~} there replaces that one
   *     without being in the message
   */
  record Remedy(String rule, String code, String source) {
    static Remedy of(String line) {
      String[] parts = line.split(" \\| ", 3);
      return new Remedy(parts[0], parts[1].strip(), parts[2]);
    }

    boolean isInstruction() {
      return code.startsWith("=");
    }

    String mistake() {
      return MARKED
          .matcher(source)
          .replaceAll(mark -> Matcher.quoteReplacement(mark.group(1).replaceFirst("~.*", "")));
    }

    String corrected() {
      String pasted = code.replaceFirst("^=", "");
      return MARKED
          .matcher(source)
          .replaceAll(
              mark -> {
                int other = mark.group(1).indexOf('~');
                return Matcher.quoteReplacement(
                    other < 0 ? pasted : mark.group(1).substring(other + 1));
              });
    }

    @Override
    public String toString() {
      return rule + " " + code;
    }
  }

  @ParameterizedTest
  @MethodSource("remedies")
  void codeOfTheRemedy_compilesInPlaceOfTheMistake(Remedy remedy) {
    List<String> problems =
        problemsIn(remedy.mistake()).stream()
            .filter(message -> message.startsWith("[visibuild/"))
            .toList();
    assertThat(problems).as(remedy.mistake()).hasSize(1);
    assertThat(problems.get(0)).startsWith("[visibuild/" + remedy.rule() + "]");
    if (!remedy.isInstruction()) {
      assertThat(problems.get(0).lines().skip(1).collect(Collectors.joining()))
          .containsPattern("(?<![\\w(])" + Pattern.quote(remedy.code()) + "(?!\\w)");
    }

    assertThat(problemsIn(remedy.corrected())).as(remedy.corrected()).isEmpty();
  }

  @Test
  void eachRule_hasARemedy() throws IOException {
    Set<String> rules = remedies().map(Remedy::rule).collect(Collectors.toSet());

    assertThat(rules)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values())
                .filter(rule -> rule.family() != RuleFamily.PROCESSOR)
                .map(rule -> rule.id().replace("visibuild/", ""))
                .toList());
  }

  static Stream<Remedy> remedies() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "remedies", "java.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Remedy::of);
  }

  private static List<String> problemsIn(String source) {
    String whole =
        source.contains("@VisibuildApi")
            ? source.replace("{@M}", "{ @GET(\"x\") String get(); }")
            : "@VisibuildApi(scope = Scope.READ_WRITE) interface Api { "
                + source
                + " @DELETE(\"rest\") void rest(); }";
    List<JavaFileObject> sources = new ArrayList<>(MODELS);
    sources.add(
        Compiling.source(
            "Api",
            "import com.fasterxml.jackson.annotation.JsonProperty; import okhttp3.MultipartBody; import okhttp3.RequestBody; import okhttp3.ResponseBody;"
                + " import org.jspecify.annotations.Nullable; import retrofit2.Call; import retrofit2.Response; "
                + whole));
    return ReportedProblems.of(sources).stream()
        .filter(message -> !message.contains("auxiliary class"))
        .toList();
  }

  private static JavaFileObject model(String declaration, String name) {
    return JavaFileObjects.forSourceString(
        name,
        "package "
            + name.substring(0, name.lastIndexOf('.'))
            + "; "
            + declaration.replaceFirst("(@interface|record) ", "public $1 "));
  }
}
