package visibuild.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of an interface's methods, read from its source. */
final class EndpointDocs {
  private static final Path SOURCES = Path.of("src/main/java/visibuild/client");

  /** A comment, then annotations, then a method with its name. */
  private static final Pattern METHOD =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+@[A-Z]+\\(\"[^\"]*\"\\)\\s+[^(]*?(\\w+)\\(",
          Pattern.DOTALL);

  private static final Pattern REQUEST =
      Pattern.compile(
          "(.*?\\.) <p>\\{@code ([A-Z]+) (\\S+)}; ([a-z ]+); scope \\{@code ([a-z ]+)}\\. Source: (.*?)\\.(?: (.*))?");

  private EndpointDocs() {}

  /**
   * The parts of one method's comment.
   *
   * @param summary the first sentence
   * @param result {@code paged}, {@code one record} or {@code no content}
   * @param notes the sentences after the source; empty if there are none
   */
  record Doc(
      String summary,
      String verb,
      String path,
      String result,
      String scope,
      String source,
      String notes) {}

  /** Returns the comments of the methods that make requests, by the methods' names. */
  static Map<String, Doc> of(Class<?> api) {
    Map<String, Doc> docs = new LinkedHashMap<>();
    Matcher methods = METHOD.matcher(source(api));
    while (methods.find()) {
      docs.put(methods.group(2), doc(api, methods.group(2), text(methods.group(1))));
    }
    return docs;
  }

  /** Returns the first sentence of an interface's own comment. */
  static String summary(Class<?> api) {
    String source = source(api);
    String comment = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
    return text(comment).split("(?<=\\.) ", 2)[0];
  }

  private static Doc doc(Class<?> api, String method, String text) {
    Matcher parts = REQUEST.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException(
          "The comment of %s.%s does not have the form \"{@code VERB path}; result; scope {@code x}. Source: ...\": %s"
              .formatted(api.getSimpleName(), method, text));
    }
    String notes = parts.group(7) == null ? "" : parts.group(7);
    return new Doc(
        parts.group(1),
        parts.group(2),
        parts.group(3),
        parts.group(4),
        parts.group(5),
        plain(parts.group(6)),
        plain(notes));
  }

  /** Removes the asterisks, block tags and line breaks of a comment. */
  private static String text(String comment) {
    return comment
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("(?s)\n@\\w+.*", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Turns Javadoc markup into Markdown. */
  private static String plain(String text) {
    return text.replaceAll("</?i>", "*")
        .replaceAll("(\\{@link \\w+)#", "$1.")
        .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`");
  }

  private static String source(Class<?> api) {
    try {
      return Files.readString(SOURCES.resolve(api.getSimpleName() + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
