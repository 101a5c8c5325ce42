package visibuild.internal.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs to the place that a secret was copied from, and not to the secret: quotes, the
 * name of an authentication scheme, or a placeholder that nothing replaced. Visibuild issues no
 * secret of such a form, so sending one could only fail with a 401.
 */
final class CopiedText {
  /** A text between two marks. */
  private record Marks(String open, String close) {
    boolean enclose(String text) {
      return text.length() > open.length() + close.length()
          && text.startsWith(open)
          && text.endsWith(close);
    }
  }

  private static final List<Marks> QUOTES =
      List.of(
          new Marks("\"", "\""),
          new Marks("'", "'"),
          new Marks("`", "`"),
          new Marks("\u201c", "\u201d"),
          new Marks("\u2018", "\u2019"),
          new Marks("\u201e", "\u201c"));

  /** The forms of shells, templates and manuals. */
  private static final List<Marks> PLACEHOLDERS =
      List.of(
          new Marks("${", "}"),
          new Marks("$(", ")"),
          new Marks("{{", "}}"),
          new Marks("<", ">"),
          new Marks("%", "%"));

  private static final List<String> SCHEMES = List.of("Authorization:", "Bearer", "Basic", "Token");

  private CopiedText() {}

  /** Returns the problem of {@code text}, without any part of it; null if there is none. */
  static @Nullable String problem(String text) {
    if (isEnclosed(text, PLACEHOLDERS)) {
      return "is a placeholder that nothing replaced (index 0 to %d)".formatted(text.length() - 1);
    }
    if (isEnclosed(text, QUOTES)) {
      return "is in quotes (index 0 and %d)".formatted(text.length() - 1);
    }
    for (String scheme : SCHEMES) {
      if (begins(text, scheme)) {
        return "begins with the name of an authentication scheme (index 0 to %d)"
            .formatted(scheme.length());
      }
    }
    return null;
  }

  private static boolean isEnclosed(String text, List<Marks> marks) {
    for (Marks each : marks) {
      if (each.enclose(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String text, String scheme) {
    int end = scheme.length();
    return text.length() > end
        && text.regionMatches(true, 0, scheme, 0, end)
        && (scheme.endsWith(":")
            || Character.isSpaceChar(text.charAt(end))
            || Character.isWhitespace(text.charAt(end)));
  }
}
