package visibuild.internal.http;

import java.util.Arrays;
import okhttp3.Response;

/**
 * Keeps tokens out of a cache of the user's. Where an answer varies by {@code Authorization}, a
 * cache writes that header of the request to its disk; an answer that varies by all is not kept.
 */
final class TokenCacheGuard {
  private static final String VARY = "Vary";

  private TokenCacheGuard() {}

  /** The answer as a cache may see it. */
  static Response guarded(Response response) {
    return variesByToken(response) ? response.newBuilder().addHeader(VARY, "*").build() : response;
  }

  private static boolean variesByToken(Response response) {
    // Hardly any answer varies, and each comes by here.
    if (response.header(VARY) == null) {
      return false;
    }
    return response.headers(VARY).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .anyMatch(name -> name.strip().equalsIgnoreCase(BearerInterceptor.AUTHORIZATION));
  }
}
