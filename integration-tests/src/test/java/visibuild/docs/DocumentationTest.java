package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each Java example of the README and of {@code docs/} stands in a source that is compiled, and in
 * a test that runs unless its page says otherwise. White space and comments may differ. A page
 * imports the types that its examples use.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Path README = ROOT.resolve("README.md");
  private static final Path DOCS = ROOT.resolve("docs");

  /** Pages with examples of mistakes, or of generated code; the processor's tests hold them. */
  private static final Set<String> ELSEWHERE = Set.of("rules.md", "decisions.md", "performance.md");

  /** Pages whose examples are parts of one program that is shown elsewhere. */
  private static final Set<String> WITHOUT_IMPORTS = Set.of("README.md", "policy.md");

  private static final List<Path> SOURCES =
      List.of(
          ROOT.resolve("integration-tests/src/test"),
          ROOT.resolve("spring/src/test"),
          ROOT.resolve("spring/example"),
          ROOT.resolve("client/src/test"),
          ROOT.resolve("runtime/src/test/java/visibuild"));
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("(?m)\\s*//\\s.*$");
  private static final Pattern PATH =
      Pattern.compile("@(?:GET|POST|PUT|PATCH|DELETE)\\(\"([^\"]+)\"\\)");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import ((?:[a-z0-9]+\\.)+([A-Z]\\w*));$");
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");
  private static final Pattern TYPE = Pattern.compile("(?<![.\\w\"])[A-Z]\\w*");
  private static final String SOURCE_TEXT = sources();
  private static final String EXAMPLES = joined(SOURCE_TEXT);

  @ParameterizedTest
  @MethodSource("pages")
  void everyExampleStandsInASource(Path page) throws IOException {
    assertThat(paragraphs(Files.readString(page)))
        .filteredOn(paragraph -> !EXAMPLES.contains(joined(paragraph)))
        .as("examples that stand in no source")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTypeInAnExample_isImportedOnItsPage(Path page) throws IOException {
    if (WITHOUT_IMPORTS.contains(page.getFileName().toString())) {
      return;
    }
    String examples =
        BLOCK
            .matcher(Files.readString(page))
            .results()
            .map(DocumentationTest::content)
            .collect(Collectors.joining("\n"));
    Set<String> missing =
        names(TYPE, 0, COMMENT.matcher(withoutImportsAndStrings(examples)).replaceAll(""));
    missing.retainAll(names(IMPORT, 2, SOURCE_TEXT));
    missing.removeAll(names(IMPORT, 2, examples));
    missing.removeAll(names(DECLARATION, 1, examples));
    missing.removeIf(DocumentationTest::isInJavaLang);

    assertThat(missing).as("types without an import").isEmpty();
  }

  @Test
  void examplesNameOnlyEndpointsOfTheReference() throws IOException {
    String endpoints = Files.readString(endpointsPage());
    Set<String> unknown = new TreeSet<>();
    for (Path page : pages().toList()) {
      BLOCK
          .matcher(Files.readString(page))
          .results()
          .flatMap(block -> PATH.matcher(block.group(1)).results())
          .map(match -> match.group(1))
          .filter(path -> !path.contains("api/core") && !endpoints.contains("/" + path))
          .forEach(path -> unknown.add(page.getFileName() + ": " + path));
    }

    assertThat(unknown).isEmpty();
  }

  private static boolean isInJavaLang(String type) {
    try {
      return Class.forName("java.lang." + type).getSimpleName().equals(type);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static Stream<Path> pages() throws IOException {
    Stream<Path> pages;
    try (Stream<Path> all = Files.walk(DOCS)) {
      pages =
          all
              .filter(page -> page.toString().endsWith(".md"))
              .filter(page -> !ELSEWHERE.contains(page.getFileName().toString()))
              .sorted()
              .toList()
              .stream();
    }
    return Stream.concat(Stream.of(README), pages);
  }

  private static Path endpointsPage() throws IOException {
    try (Stream<Path> all = Files.walk(DOCS)) {
      return all.filter(page -> page.endsWith("endpoints.md")).findFirst().orElseThrow();
    }
  }

  private static List<String> paragraphs(String page) {
    return BLOCK
        .matcher(page)
        .results()
        .map(DocumentationTest::content)
        .flatMap(block -> Arrays.stream(block.split("\n\n")))
        .flatMap(DocumentationTest::separateImports)
        .filter(paragraph -> !paragraph.startsWith("package "))
        .toList();
  }

  /** Sources have more imports than a page, so each import is a paragraph. */
  private static Stream<String> separateImports(String paragraph) {
    return paragraph.startsWith("import ") ? paragraph.lines() : Stream.of(paragraph);
  }

  private static String withoutImportsAndStrings(String code) {
    return code.replaceAll("(?m)^import .*$", "").replaceAll("\"[^\"\n]*\"", "");
  }

  private static Set<String> names(Pattern pattern, int group, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String content(MatchResult block) {
    return block.group(1);
  }

  private static String sources() {
    StringBuilder all = new StringBuilder();
    for (Path folder : SOURCES) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          all.append(
              files
                  .filter(file -> file.toString().matches(".*\\.(java|java\\.txt)"))
                  .sorted()
                  .map(DocumentationTest::read)
                  .collect(Collectors.joining("\n")));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return all.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(String text) {
    return COMMENT.matcher(text).replaceAll("").replaceAll("\\s", "");
  }
}
