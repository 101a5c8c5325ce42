package visibuild.audit.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import visibuild.audit.Findings;

/**
 * The forms in which findings are written down.
 *
 * <pre>{@code
 * String page = Format.HTML.render(findings, SourceRoots.NONE);
 * }</pre>
 *
 * @since 0.1
 */
public enum Format {
  /** For a terminal. */
  TEXT,

  /** For programs. */
  JSON,

  /** For a pull request or a wiki. */
  MARKDOWN,

  /** For code scanning: SARIF 2.1.0. */
  SARIF,

  /** For people: one page that needs no server and no network. */
  HTML;

  /**
   * The form that a user typed, in capitals or not.
   *
   * @throws IllegalArgumentException if there is none; the message is for people
   */
  public static Format parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The format \"%s\" is unknown; known are %s."
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(Format::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * Returns the form of a report.
   *
   * @param asked the form that the user asked for, if any
   * @param file the file that the report goes to, if any; its extension may name a form. SARIF is
   *     JSON, and Markdown is text
   * @param other the form if neither names one
   * @throws IllegalArgumentException if the two contradict each other; the message is for people
   */
  public static Format choose(Optional<Format> asked, Optional<Path> file, Format other) {
    Optional<Format> named = file.flatMap(Format::ofFile);
    if (asked.isPresent() && named.isPresent() && !asked.get().fits(named.get())) {
      throw new IllegalArgumentException(
          "%s: the name stands for %s, and the report would be %s. Name another file or format."
              .formatted(file.get(), named.get(), asked.get()));
    }
    return asked.or(() -> named).orElse(other);
  }

  private boolean fits(Format named) {
    return named == this || (named == JSON && this == SARIF) || (named == TEXT && this == MARKDOWN);
  }

  /** Returns the form that the extension of {@code file} names; empty if it names none. */
  private static Optional<Format> ofFile(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (name.endsWith(".sarif.json") ? "sarif" : extension) {
      case "txt" -> Optional.of(TEXT);
      case "json" -> Optional.of(JSON);
      case "md", "markdown" -> Optional.of(MARKDOWN);
      case "sarif" -> Optional.of(SARIF);
      case "html", "htm" -> Optional.of(HTML);
      default -> Optional.empty();
    };
  }

  /** The findings in this form, with a line break at the end. */
  public String render(Findings findings, SourceRoots sources) {
    return switch (this) {
      case TEXT -> TextReport.of(findings, sources);
      case JSON -> JsonReport.of(findings, sources);
      case MARKDOWN -> MarkdownReport.of(findings, sources);
      case SARIF -> SarifReport.of(findings, sources);
      case HTML -> HtmlReport.of(findings, sources);
    };
  }

  /** The form as a user types it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
