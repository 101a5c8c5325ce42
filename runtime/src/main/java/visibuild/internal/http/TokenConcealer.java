package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.base.BearerScheme;
import visibuild.internal.error.TokenRedactor;

/**
 * Removes the token from the requests of a response before the program sees the response. Otherwise
 * {@code Response.raw().request()} would hand it to every caller. It stands around all other
 * interceptors of a call.
 */
public record TokenConcealer(CallInterceptor next) implements CallInterceptor {
  @Override
  public Response send(Chain chain, Request request) throws IOException {
    Response response = next.send(chain, request);
    // Later messages about the response must still be able to remove the token from its texts.
    TokenRedactor redactor = TokenRedactor.of(response);
    return conceal(response, redactor);
  }

  private static Response conceal(Response response, TokenRedactor redactor) {
    return response
        .newBuilder()
        .request(conceal(response.request(), redactor))
        .networkResponse(concealNullable(response.networkResponse(), redactor))
        .cacheResponse(concealNullable(response.cacheResponse(), redactor))
        .priorResponse(concealNullable(response.priorResponse(), redactor))
        .build();
  }

  private static @Nullable Response concealNullable(
      @Nullable Response response, TokenRedactor redactor) {
    return response == null ? null : conceal(response, redactor);
  }

  private static Request conceal(Request request, TokenRedactor redactor) {
    return request
        .newBuilder()
        .removeHeader(BearerScheme.HEADER)
        .tag(AccessToken.class, null)
        .tag(TokenRedactor.class, redactor)
        .build();
  }
}
