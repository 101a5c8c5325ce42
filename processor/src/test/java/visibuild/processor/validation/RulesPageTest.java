package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.Compiling;

/** The page of the rules lists each id, and its examples are what it says they are. */
@Tag("slow")
class RulesPageTest {
  private static final Pattern SECTION =
      Pattern.compile(
          "### (\\S+)\n\n[^#]*?(?:Wrong:\n```java\n(.*?)```\nRight:\n```java\n(.*?)```\n|\n(?=\n##))",
          Pattern.DOTALL);

  private static final List<JavaFileObject> MODELS =
      List.of(
          JavaFileObjects.forSourceString(
              "com.google.gson.annotations.SerializedName",
              "package com.google.gson.annotations; public @interface SerializedName { String value(); }"),
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
  void headingsOfThePage_areTheFamiliesWithTheirRules() throws IOException {
    Map<String, List<String>> rulesByHeading = new LinkedHashMap<>();
    String heading = "";
    for (String line : page().lines().toList()) {
      if (line.startsWith("## ")) {
        heading = line.substring(3);
      } else if (line.startsWith("### ")) {
        rulesByHeading.computeIfAbsent(heading, each -> new ArrayList<>()).add(line.substring(4));
      }
    }
    Map<String, List<String>> rulesByFamily = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      rulesByFamily
          .computeIfAbsent(rule.family().heading(), each -> new ArrayList<>())
          .add(rule.id());
    }

    assertThat(List.copyOf(rulesByHeading.keySet()))
        .isEqualTo(Arrays.stream(RuleFamily.values()).map(RuleFamily::heading).toList());
    assertThat(rulesByHeading)
        .allSatisfy(
            (family, rules) ->
                assertThat(rules).containsExactlyInAnyOrderElementsOf(rulesByFamily.get(family)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Rule.Kind.class,
      names = {"RETROFIT", "WARNING"})
  void thePageMarksTheRulesOfAKind(Rule.Kind kind) throws IOException {
    String mark = kind == Rule.Kind.RETROFIT ? "Retrofit" : "Warning";
    List<String> marked =
        Pattern.compile("### (\\S+)\n\n(?:[^\n]+\n)*?[^\n]*\\*\\(" + mark + "\\)\\*\n")
            .matcher(page())
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(marked)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values())
                .filter(rule -> rule.kind() == kind)
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
            compilation.diagnostics().stream()
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

    Compilation compilation = compile(sources);

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings().stream().map(each -> each.getMessage(Locale.ROOT)))
        .noneMatch(message -> message.startsWith("[visibuild/"));
  }

  /** Returns all sections but those of the processor, for which there is no example. */
  static Stream<Section> sections() throws IOException {
    List<Section> sections =
        SECTION
            .matcher(page())
            .results()
            .filter(match -> match.group(2) != null)
            .map(RulesPageTest::section)
            .toList();
    assertThat(sections).hasSize(Rule.values().length - 3);
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
    return Files.readString(Path.of("..", "docs", "reference", "rules.md"));
  }
}
