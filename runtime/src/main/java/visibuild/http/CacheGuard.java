package visibuild.http;

import java.io.IOException;
import java.util.Arrays;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps tokens out of a cache of the user's. Where an answer varies by {@code Authorization}, a
 * cache writes that header of the request to its disk; an answer that varies by all is not kept.
 */
final class CacheGuard implements Interceptor {
  private static final String VARY = "Vary";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return variesByToken(response) ? response.newBuilder().addHeader(VARY, "*").build() : response;
  }

  private static boolean variesByToken(Response response) {
    return response.headers(VARY).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .anyMatch(name -> name.strip().equalsIgnoreCase(BearerInterceptor.AUTHORIZATION));
  }
}
