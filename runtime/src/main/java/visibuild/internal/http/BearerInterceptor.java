package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.VisibuildException;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.auth.TokenProviders;
import visibuild.internal.base.BearerScheme;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.ScopeContext;
import visibuild.internal.error.SkipAuthentication;
import visibuild.internal.error.WrappedApiIOException;

/**
 * Gives each request to Visibuild the narrowest sufficient token, and repeats the request once with
 * another token if the server rejects the first. Requests to another origin and requests with
 * {@link SkipAuthentication} pass without a token.
 */
public final class BearerInterceptor implements CallInterceptor {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final String SENT_ONCE =
      "It was not repeated with a fresh token, since its body can be sent only once; make the call"
          + " again.";
  private static final String WITHOUT_TOKEN =
      "The request carried no token. A redirect through another origin removes it, and so does a"
          + " network interceptor that sets Authorization or makes another request without"
          + " newBuilder(); check the base URL, the server's redirects and the interceptors.";

  private final Origin origin;
  private final ScopeLimit limit;
  private final transient TokenProviders tokens;
  private final String userAgent;
  private final TokenEventPublisher events;

  /**
   * Creates the innermost interceptor.
   *
   * @param limit the largest scope that a request may need
   */
  public BearerInterceptor(
      Origin origin,
      ScopeLimit limit,
      TokenProviders tokens,
      TokenEventPublisher events,
      String userAgent) {
    this.events = events;
    this.origin = origin;
    this.limit = limit;
    this.tokens = tokens;
    this.userAgent = userAgent;
  }

  @Override
  public Response send(Chain chain, Request request) throws IOException {
    Scope needed = limit.check(request);
    if (!origin.contains(request.url()) || RequestTag.WITHOUT_TOKEN.of(request) != null) {
      Request sent = RequestToken.removeFrom(request);
      return ErrorBodyLimit.limited(OkHttpFollowUpSuppressor.unmask(chain.proceed(sent)));
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
    Framing.refuseUpgrade(request);
    TokenProvider provider = tokens.narrowest(needed);
    RequestToken token = new RequestToken(provider.token(chain.call()));
    Response response = chain.proceed(with(token, request, needed));
    boolean isSentOnce = false;
    if (isRejected(response, token) && provider.invalidate(token.token())) {
      if (isRepeatable(request.body())) {
        AccessToken rejected = token.token();
        response.close();
        token = new RequestToken(provider.token(chain.call()));
        response = chain.proceed(with(token, request, needed));
        if (response.isSuccessful() && token.isCarried()) {
          provider.confirmRevoked(rejected);
        }
      } else {
        isSentOnce = true;
      }
    }
    if (isUnauthorized(response)) {
      try (Response refused = ErrorBodyLimit.limited(response)) {
        String hint = isSentOnce ? SENT_ONCE : provider.hint(token.token());
        throw RejectedToken.failure(refused, token.isCarried() ? hint : WITHOUT_TOKEN);
      }
    }
    if (response.isSuccessful() && token.isCarried()) {
      token.token().markAccepted();
    }
    return response.code() == FORBIDDEN && token.isCarried()
        ? forbidden(response, needed, token.token())
        : response;
  }

  /** Visibuild's 403 is empty, so what the call needed and what its token had is added here. */
  private Response forbidden(Response response, Scope needed, AccessToken token) {
    events.publish(new TokenEvent.ScopeDenied(needed, token.granted()));
    Request tagged =
        response
            .request()
            .newBuilder()
            .tag(
                ScopeContext.class,
                new ScopeContext(needed, token.granted(), token.scopeConfirmed()))
            .build();
    return response.newBuilder().request(tagged).build();
  }

  private boolean isUnauthorized(Response response) {
    return response.code() == UNAUTHORIZED && origin.contains(response.request().url());
  }

  private boolean isRejected(Response response, RequestToken token) {
    return isUnauthorized(response) && token.isCarried();
  }

  private static boolean isRepeatable(@Nullable RequestBody body) {
    return body == null || !(body.isOneShot() || body.isDuplex());
  }

  private Request with(RequestToken token, Request request, Scope needed) {
    Request.Builder sent = token.putOn(request.newBuilder());
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
    if (request.header(BearerScheme.HEADER) != null) {
      throw new AuthenticationException(
          CallLabel.of(request)
              + " sets the Authorization header itself; remove it, the client adds the token.",
          null);
    }
  }
}
