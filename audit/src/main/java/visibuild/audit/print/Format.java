package visibuild.audit.print;

import java.util.Locale;
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
  JSON;

  /** The findings in this form, with a line break at the end. */
  public String print(Findings findings, SourceRoots sources) {
    return switch (this) {
      case TEXT -> TextReport.of(findings, sources);
      case JSON -> JsonReport.of(findings, sources);
    };
  }

  /** The form as a user types it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
