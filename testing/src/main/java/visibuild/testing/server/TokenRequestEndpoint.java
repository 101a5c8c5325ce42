package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;
import visibuild.testing.oauth.TokenEndpoint;

/** Serves the token endpoint. */
final class TokenRequestEndpoint implements Endpoint {
  private final TokenEndpoint endpoint;

  TokenRequestEndpoint(TokenEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Served serve(SandboxHttpRequest request, @Nullable SandboxHttpResponse instead) {
    TokenEndpoint.Outcome outcome =
        instead == null
            ? endpoint.response(request)
            : new TokenEndpoint.Outcome(instead, TokenEndpoint.requestedScope(request), null);
    return new Served(
        outcome.response(),
        (status, requestId) ->
            new RequestRecord.Token(
                request.method(), outcome.asked(), outcome.granted(), status, requestId));
  }
}
