package visibuild.internal.log;

import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;
import visibuild.internal.error.TokenRedactor;

/**
 * Writes headers into a log. A value is shown only if its header is known to carry no secret,
 * because the meaning of any other header is known to its author alone.
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
   * Appends a line for each header to {@code text}.
   *
   * @param prefix the start of each line
   * @param isVisibuild whether the headers belong to a request to Visibuild; only then are harmless
   *     values shown
   * @param tokens removes tokens from the texts, because a server may repeat what it received
   */
  static void append(
      StringBuilder text,
      String prefix,
      Headers headers,
      boolean isVisibuild,
      TokenRedactor tokens) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      boolean shown = isVisibuild && isHarmless(name.toLowerCase(Locale.ROOT));
      text.append(prefix).append(Redactor.text(name, tokens, false)).append(": ");
      text.append(shown ? Redactor.text(headers.value(i), tokens, false) : Redactor.MARK);
    }
  }

  private static boolean isHarmless(String name) {
    return HARMLESS.contains(name)
        || name.startsWith("x-ratelimit-")
        || name.startsWith("ratelimit");
  }
}
