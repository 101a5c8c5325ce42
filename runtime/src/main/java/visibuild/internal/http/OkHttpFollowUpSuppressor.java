package visibuild.internal.http;

import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Prevents OkHttp's automatic follow-up after 408, and after 503 with {@code Retry-After: 0}, which
 * would ignore the configured retries. OkHttp does not follow up if {@code Retry-After} is no
 * number, so it sees such a value meanwhile.
 */
final class OkHttpFollowUpSuppressor {
  private static final String RETRY_AFTER = "Retry-After";

  /** Put before what the server said; alone where it said nothing. */
  private static final String HIDDEN = "not-by-okhttp:";

  private OkHttpFollowUpSuppressor() {}

  /** Returns the response as OkHttp may see it. */
  static Response mask(Response response) {
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    @Nullable String said = response.header(RETRY_AFTER);
    return response.newBuilder().header(RETRY_AFTER, HIDDEN + (said == null ? "" : said)).build();
  }

  /** Returns the response as the server sent it. */
  static Response unmask(Response response) {
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    @Nullable String seen = response.header(RETRY_AFTER);
    if (seen == null || !seen.startsWith(HIDDEN)) {
      return response;
    }
    String said = seen.substring(HIDDEN.length());
    Response.Builder shown = response.newBuilder();
    return said.isEmpty()
        ? shown.removeHeader(RETRY_AFTER).build()
        : shown.header(RETRY_AFTER, said).build();
  }
}
