package visibuild.testing.server;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.Route;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;
import visibuild.testing.http.Strictness;
import visibuild.testing.oauth.ScopeGate;
import visibuild.testing.oauth.Token;
import visibuild.testing.oauth.TokenEndpoint;
import visibuild.testing.oauth.Tokens;

/** Serves both APIs, and refuses the paths that are in neither. */
final class ApiEndpoint implements Endpoint {
  private static final String APIS = "/api/";

  /** The token endpoint, as a route that is named only; another endpoint serves it. */
  private static final Route TOKEN_ENDPOINT =
      Route.write(
          "POST",
          TokenEndpoint.PATH,
          call -> {
            throw new IllegalStateException("Another endpoint serves this path.");
          });

  private final List<Route> routes;
  private final Tokens tokens;
  private final ScopeGate gate;
  private final @Nullable RateLimit rateLimit;
  private final Strictness strictness;

  ApiEndpoint(
      List<Route> routes,
      Tokens tokens,
      ScopeGate gate,
      @Nullable RateLimit rateLimit,
      Strictness strictness) {
    this.routes = routes;
    this.tokens = tokens;
    this.gate = gate;
    this.rateLimit = rateLimit;
    this.strictness = strictness;
  }

  @Override
  public Served serve(SandboxHttpRequest request, @Nullable SandboxHttpResponse instead) {
    Token token = tokens.carriedBy(request);
    String scope = token == null ? null : token.scopes().toString();
    return new Served(
        instead == null ? response(request) : instead,
        (status, requestId) ->
            new RequestRecord.Api(
                request.method(), request.path(), request.query(), scope, status, requestId));
  }

  private SandboxHttpResponse response(SandboxHttpRequest request) {
    try {
      if (rateLimit != null && request.path().startsWith(APIS)) {
        rateLimit.count();
      }
      Route.Match match = Route.find(routes, request, strictness);
      if (match == null) {
        strictness.checkPath(
            Stream.concat(routes.stream(), Stream.of(TOKEN_ENDPOINT)).toList(), request);
        return SandboxHttpResponse.html(404, "The page you were looking for doesn't exist.");
      }
      gate.pass(request, match.route().scope());
      match.call().check();
      return match.route().handler().handle(match.call());
    } catch (HttpProblem problem) {
      return problem.response();
    }
  }
}
