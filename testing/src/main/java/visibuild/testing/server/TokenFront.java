package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Answer;
import visibuild.testing.http.Incoming;
import visibuild.testing.oauth.TokenEndpoint;

/** Serves the token endpoint. */
final class TokenFront implements Front {
  private final TokenEndpoint endpoint;

  TokenFront(TokenEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Served serve(Incoming request, @Nullable Answer instead) {
    TokenEndpoint.Outcome outcome =
        instead == null
            ? endpoint.answer(request)
            : new TokenEndpoint.Outcome(instead, TokenEndpoint.askedScope(request), null);
    return new Served(
        outcome.answer(),
        (status, requestId) ->
            new Entry.Token(
                request.method(), outcome.asked(), outcome.granted(), status, requestId));
  }
}
