package visibuild.internal.http;

import java.util.List;
import okhttp3.Headers;
import okhttp3.Response;

/**
 * Prevents OkHttp's automatic follow-up after 408, and after 503 with {@code Retry-After: 0}, which
 * would ignore the configured retries. OkHttp does not follow up if {@code Retry-After} is no
 * number, so it sees such a value meanwhile.
 */
final class OkHttpFollowUpSuppressor {
  private static final String RETRY_AFTER = "Retry-After";

  /** The prefix of each value; alone if the server sends none. */
  private static final String HIDDEN = "not-by-okhttp:";

  private OkHttpFollowUpSuppressor() {}

  /** Returns the response as OkHttp may see it. */
  static Response mask(Response response) {
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    List<String> sent = response.headers(RETRY_AFTER);
    Headers.Builder masked = response.headers().newBuilder().removeAll(RETRY_AFTER);
    for (String value : sent.isEmpty() ? List.of("") : sent) {
      // Unchecked, because the server may have sent any character.
      masked.addUnsafeNonAscii(RETRY_AFTER, HIDDEN + value);
    }
    return response.newBuilder().headers(masked.build()).build();
  }

  /** Returns the response as the server sent it. */
  static Response unmask(Response response) {
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    List<String> seen = response.headers(RETRY_AFTER);
    Headers.Builder shown = response.headers().newBuilder().removeAll(RETRY_AFTER);
    for (String value : seen) {
      String sent = value.startsWith(HIDDEN) ? value.substring(HIDDEN.length()) : value;
      if (!sent.isEmpty()) {
        shown.addUnsafeNonAscii(RETRY_AFTER, sent);
      }
    }
    return response.newBuilder().headers(shown.build()).build();
  }
}
