package visibuild.audit.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import visibuild.audit.Findings;

/**
 * The forms in which findings are written down.
 *
 * <pre>{@code
 * String page = Format.HTML.print(findings, SourceRoots.NONE);
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
