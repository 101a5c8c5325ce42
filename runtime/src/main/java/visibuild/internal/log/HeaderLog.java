package visibuild.internal.log;

import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;
import visibuild.internal.error.TokenRedactor;

/**
 * Headers in a log. The values of those alone are told that are known to carry no secret: what
 * another one carries only its author knows.
 */
final class HeaderLog {
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

  private HeaderLog() {}

  /**
   * Adds {@code headers} to {@code text}.
   *
   * @param before what stands before each
   * @param ours whether they belong to a request to Visibuild; else their names are all that is
   *     told
   * @param tokens what is taken out of values: a server may repeat what it was sent
   */
  static void append(
      StringBuilder text, String before, Headers headers, boolean ours, TokenRedactor tokens) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      boolean told = ours && isHarmless(name.toLowerCase(Locale.ROOT));
      text.append(before).append(tokens.redact(name)).append(": ");
      text.append(told ? tokens.redact(headers.value(i)) : Redactor.MARK);
    }
  }

  private static boolean isHarmless(String name) {
    return HARMLESS.contains(name)
        || name.startsWith("x-ratelimit-")
        || name.startsWith("ratelimit");
  }
}
