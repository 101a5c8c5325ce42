package visibuild.internal.http;

import java.util.Arrays;
import okhttp3.Response;
import visibuild.internal.base.BearerScheme;

/**
 * Keeps out of the program's HTTP cache what depends on a token. Such a response gets {@code Vary:
 * *}, which no cache stores (RFC 9110, section 12.5.5).
 */
final class TokenCacheGuard {
  private static final String VARY = "Vary";

  private TokenCacheGuard() {}

  /** Returns the response; one that varies by the token is for no other request. */
  static Response guarded(Response response) {
    return variesByToken(response) ? notCached(response) : response;
  }

  /** Returns the response in a form that no cache stores. */
  static Response notCached(Response response) {
    return response.newBuilder().addHeader(VARY, "*").build();
  }

  private static boolean variesByToken(Response response) {
    // The common case first: hardly any response varies.
    if (response.header(VARY) == null) {
      return false;
    }
    return response.headers(VARY).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .anyMatch(name -> name.strip().equalsIgnoreCase(BearerScheme.HEADER));
  }
}
