package visibuild.testing.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Answer;
import visibuild.testing.http.Incoming;
import visibuild.testing.http.Refusal;
import visibuild.testing.http.Route;
import visibuild.testing.oauth.ScopeGate;
import visibuild.testing.oauth.Token;
import visibuild.testing.oauth.Tokens;

/** Serves both APIs, and refuses the paths that are in neither. */
final class ApiFront implements Front {
  private static final String APIS = "/api/";

  private final List<Route> routes;
  private final Tokens tokens;
  private final ScopeGate gate;
  private final @Nullable RateLimit rateLimit;

  ApiFront(List<Route> routes, Tokens tokens, ScopeGate gate, @Nullable RateLimit rateLimit) {
    this.routes = routes;
    this.tokens = tokens;
    this.gate = gate;
    this.rateLimit = rateLimit;
  }

  @Override
  public Served serve(Incoming request, @Nullable Answer instead) {
    Token token = tokens.carriedBy(request);
    String scope = token == null ? null : token.scopes().toString();
    return new Served(
        instead == null ? answer(request) : instead,
        (status, requestId) ->
            new Entry.Api(
                request.method(), request.path(), request.query(), scope, status, requestId));
  }

  private Answer answer(Incoming request) {
    try {
      if (rateLimit != null && request.path().startsWith(APIS)) {
        rateLimit.count();
      }
      Route.Match match = Route.find(routes, request);
      if (match == null) {
        return Answer.html(404, "The page you were looking for doesn't exist.");
      }
      gate.pass(request, match.route().scope());
      return match.route().handler().handle(match.call());
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }
}
