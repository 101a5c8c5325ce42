package visibuild.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is logged: by the name of a member or parameter, and from each URL its
 * query, which may be a signature. A text that was cut in the middle of a secret ends before it.
 */
final class Redactor {
  static final String MARK = "[redacted]";

  private static final String SECRET =
      "[\\w$.-]*(?:secret|token|password|signature|credential|authorization|cookie|api_?-?key)[\\w$.-]*";

  /** A member of a JSON object, with a text, or with a whole object or list of simple values. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "(\""
              + SECRET
              + "\"\\s*:\\s*)"
              + "(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|\\[[^\\]]*+]?|\\{[^}]*+}?|[^\\s,}\\]\"]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PARAMETER =
      Pattern.compile("((?:^|[&?])" + SECRET + "=)[^&\\s\"]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNED =
      Pattern.compile("(https?:(?:\\\\?/){2}[^\\s\"?]*\\?)[^\\s\"]*", Pattern.CASE_INSENSITIVE);

  private Redactor() {}

  /** A query without the values of parameters that speak of a secret. */
  static String query(String query) {
    return replace(PARAMETER, query);
  }

  /** The start of a body without secrets, on one line. */
  static String body(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return replace(PARAMETER, replace(MEMBER, replace(SIGNED, line)));
  }

  private static String replace(Pattern secret, String text) {
    return secret.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MARK));
  }
}
