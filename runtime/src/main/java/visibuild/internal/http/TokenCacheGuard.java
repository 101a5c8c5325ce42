package visibuild.internal.http;

import java.util.Arrays;
import okhttp3.Response;

/**
 * Keeps tokens out of the program's HTTP cache. For a response that varies by {@code
 * Authorization}, a cache stores that request header on disk; a response that varies by everything
 * is not stored.
 */
final class TokenCacheGuard {
  private static final String VARY = "Vary";

  private TokenCacheGuard() {}

  /** Returns the response as a cache may see it. */
  static Response guarded(Response response) {
    return variesByToken(response) ? response.newBuilder().addHeader(VARY, "*").build() : response;
  }

  private static boolean variesByToken(Response response) {
    // The common case first: hardly any response varies.
    if (response.header(VARY) == null) {
      return false;
    }
    return response.headers(VARY).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .anyMatch(name -> name.strip().equalsIgnoreCase(BearerInterceptor.AUTHORIZATION));
  }
}
