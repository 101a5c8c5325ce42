package visibuild.testing.oauth;

import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** Lets a call of the API pass if its token is alive and has the scope. */
public final class ScopeGate {
  private final Tokens tokens;
  private final boolean namesTheScope;

  /**
   * A gate.
   *
   * @param namesTheScope whether a 403 names the missing scope, as in later versions of Doorkeeper
   */
  public ScopeGate(Tokens tokens, boolean namesTheScope) {
    this.tokens = tokens;
    this.namesTheScope = namesTheScope;
  }

  /**
   * Lets {@code request} pass.
   *
   * @throws HttpProblem with 401 if its token is not alive, with 403 if it lacks {@code scope}
   */
  public void pass(SandboxHttpRequest request, String scope) {
    if (tokens.living(request).scopes().has(scope)) {
      return;
    }
    SandboxHttpResponse forbidden = SandboxHttpResponse.empty(403);
    String description = "Access to this resource requires scope _" + scope + "_.";
    throw new HttpProblem(
        namesTheScope
            ? forbidden.with("WWW-Authenticate", Challenge.of("insufficient_scope", description))
            : forbidden);
  }
}
