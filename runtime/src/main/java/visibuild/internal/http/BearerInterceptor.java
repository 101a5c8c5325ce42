package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.InsufficientScopeException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.VisibuildException;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.auth.TokenProviders;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.ScopeContext;
import visibuild.internal.error.SkipAuthentication;
import visibuild.internal.error.WrappedApiIOException;

/**
 * Puts the narrowest token that serves on each request to Visibuild, and asks for another once when
 * the server refuses it. A request to another origin passes as it is, and so does one {@link
 * SkipAuthentication}.
 */
public final class BearerInterceptor implements CallInterceptor {
  static final String AUTHORIZATION = "Authorization";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final String SENT_ONCE =
      "It was not repeated with a fresh token, since its body can be sent only once; make the call"
          + " again.";

  private final Origin origin;
  private final Scope limit;
  private final TokenProviders tokens;
  private final String userAgent;
  private final TokenEventPublisher reporter;

  /**
   * Makes the last of the steps.
   *
   * @param limit the scope beyond which no request goes out, whatever the credential could do
   */
  public BearerInterceptor(
      Origin origin,
      Scope limit,
      TokenProviders tokens,
      TokenEventPublisher reporter,
      String userAgent) {
    this.reporter = reporter;
    this.origin = origin;
    this.limit = limit;
    this.tokens = tokens;
    this.userAgent = userAgent;
  }

  @Override
  public Response send(Chain chain, Request request) throws IOException {
    Scope needed = RequiredScope.of(request);
    if (!limit.covers(needed)) {
      throw new WrappedApiIOException(
          new InsufficientScopeException(
              CallLabel.of(request) + " is refused before it is sent",
              needed,
              limit,
              tokens.held()));
    }
    if (!origin.contains(request.url()) || RequestTag.WITHOUT_TOKEN.of(request) != null) {
      return ErrorBodyLimit.limited(OkHttpFollowUpSuppressor.unmask(chain.proceed(request)));
    }
    try {
      return ErrorBodyLimit.limited(
          OkHttpFollowUpSuppressor.unmask(authorized(chain, request, needed)));
    } catch (VisibuildException e) {
      throw new WrappedApiIOException(e);
    }
  }

  private Response authorized(Chain chain, Request request, Scope needed) throws IOException {
    refuseOwnAuthorization(request);
    TokenProvider source = tokens.narrowest(needed);
    AccessToken token = source.token(chain.call());
    Response response = chain.proceed(with(token, request, needed));
    String remedy = source.hint();
    if (isRefused(response) && source.invalidate(token)) {
      if (isRepeatable(request.body())) {
        response.close();
        token = source.token(chain.call());
        response = chain.proceed(with(token, request, needed));
      } else {
        remedy = SENT_ONCE;
      }
    }
    if (isRefused(response)) {
      response.close();
      throw RejectedToken.of(response, remedy);
    }
    if (response.code() == FORBIDDEN && origin.contains(response.request().url())) {
      reporter.publish(new TokenEvent.ScopeDenied(needed, token.granted()));
    }
    return noted(response, needed, token);
  }

  private static Response noted(Response response, Scope needed, AccessToken token) {
    if (response.code() != FORBIDDEN) {
      return response;
    }
    // Visibuild's 403 is empty; what the call needed and its token had is known only here.
    Request tagged =
        response
            .request()
            .newBuilder()
            .tag(ScopeContext.class, new ScopeContext(needed, token.granted(), token.isConfirmed()))
            .build();
    return response.newBuilder().request(tagged).build();
  }

  /** A 401 of another origin, after a redirect, says nothing of the token: it did not go there. */
  private boolean isRefused(Response response) {
    return response.code() == UNAUTHORIZED && origin.contains(response.request().url());
  }

  private static boolean isRepeatable(@Nullable RequestBody body) {
    return body == null || !(body.isOneShot() || body.isDuplex());
  }

  private Request with(AccessToken token, Request request, Scope needed) {
    Request.Builder sent =
        RequestTag.TOKEN.put(
            token, request.newBuilder().header(AUTHORIZATION, token.authorization()));
    if (request.header(UserAgent.HEADER) == null) {
      sent.header(UserAgent.HEADER, userAgent);
    }
    @Nullable RequestBody body = request.body();
    if (body != null && needed == Scope.READ_WRITE) {
      sent.method(request.method(), new OneShotRequestBody(body));
    }
    return sent.build();
  }

  private static void refuseOwnAuthorization(Request request) {
    @Nullable String own = request.header(AUTHORIZATION);
    if (own != null && !isOurs(own, request)) {
      throw new AuthenticationException(
          CallLabel.of(request)
              + " sets the Authorization header itself; remove it, the token is put on by the client.",
          null);
    }
  }

  /** An interceptor of the user's may repeat the request of an answer, which has its token on. */
  private static boolean isOurs(String authorization, Request request) {
    AccessToken before = RequestTag.TOKEN.of(request);
    return before != null && before.authorization().equals(authorization);
  }
}
