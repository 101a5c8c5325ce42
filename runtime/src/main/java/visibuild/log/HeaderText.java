package visibuild.log;

import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;

/**
 * Headers in a log. The values of those alone are told that are known to carry no secret: what
 * another one carries only its author knows.
 */
final class HeaderText {
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "age",
          "cache-control",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "etag",
          "idempotency-key",
          "if-none-match",
          "last-modified",
          "retry-after",
          "server",
          "traceparent",
          "transfer-encoding",
          "user-agent",
          "vary",
          "via",
          "x-has-next-page",
          "x-per-page",
          "x-request-id",
          "x-runtime");

  private HeaderText() {}

  /**
   * Adds {@code headers} to {@code text}.
   *
   * @param before what stands before each
   * @param ours whether they belong to a request to Visibuild; else their names are all that is
   *     told
   */
  static void append(StringBuilder text, String before, Headers headers, boolean ours) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      boolean told = ours && isHarmless(name.toLowerCase(Locale.ROOT));
      text.append(before).append(name).append(": ");
      text.append(told ? headers.value(i) : Redaction.MARK);
    }
  }

  private static boolean isHarmless(String name) {
    return HARMLESS.contains(name)
        || name.startsWith("x-ratelimit-")
        || name.startsWith("ratelimit");
  }
}
