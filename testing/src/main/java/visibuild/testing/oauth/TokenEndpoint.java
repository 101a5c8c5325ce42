package visibuild.testing.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Form;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;
import visibuild.testing.http.Strictness;

/**
 * {@code POST /oauth/token} with the client credentials grant.
 *
 * <p>It reads the form in the body only: no parameter of the query, no JSON.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
 */
public final class TokenEndpoint {
  /** The path of the endpoint at the origin. */
  public static final String PATH = "/oauth/token";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DEFAULT_SCOPE = "read";
  private static final String LABEL = "POST " + PATH;

  /** The parameters of RFC 6749, sections 2.3.1 and 4.4.2. */
  private static final Set<String> PARAMETERS =
      Set.of("grant_type", "client_id", "client_secret", "scope");

  private final Clients clients;
  private final Tokens tokens;
  private final boolean revokesPrevious;
  private final Strictness strictness;

  /**
   * An endpoint.
   *
   * @param revokesPrevious whether a new token ends the client's older ones of the same scope
   * @param strictness the treatment of undocumented parameters, such as {@code scopes}
   */
  public TokenEndpoint(
      Clients clients, Tokens tokens, boolean revokesPrevious, Strictness strictness) {
    this.clients = clients;
    this.tokens = tokens;
    this.revokesPrevious = revokesPrevious;
    this.strictness = strictness;
  }

  /**
   * The outcome of a request.
   *
   * @param asked the scope parameter as it was sent, or null if it was not
   * @param granted the scope of the token, or null if there was none
   */
  public record Outcome(
      SandboxHttpResponse response, @Nullable String asked, @Nullable String granted) {}

  /** The scope that {@code request} asks for, as it was sent; null if it is not there to read. */
  public static @Nullable String requestedScope(SandboxHttpRequest request) {
    try {
      return form(request).get("scope");
    } catch (HttpProblem unreadable) {
      return null;
    }
  }

  /** Handles {@code request}. */
  public Outcome response(SandboxHttpRequest request) {
    if (!request.method().equals("POST")) {
      return new Outcome(
          SandboxHttpResponse.html(404, "The page you were looking for doesn't exist."),
          null,
          null);
    }
    try {
      Form form = form(request);
      strictness.checkForm("form parameter", LABEL, form, PARAMETERS);
      strictness.checkForm("query parameter", LABEL, Form.parse(request.query()), Set.of());
      return response(request, form);
    } catch (HttpProblem problem) {
      return new Outcome(problem.response(), null, null);
    }
  }

  private static Form form(SandboxHttpRequest request) {
    return Form.parse(request.hasContentType(FORM) ? request.body().utf8() : null);
  }

  private Outcome response(SandboxHttpRequest request, Form form) {
    String asked = form.get("scope");
    String grant = form.get("grant_type");
    if (grant == null || grant.isEmpty()) {
      return refused(asked, 400, "invalid_request", "Missing required parameter: grant_type.");
    }
    if (!grant.equals("client_credentials")) {
      return refused(
          asked,
          400,
          "unsupported_grant_type",
          "The authorization grant type is not supported by the authorization server.");
    }
    ClientAuthentication who = ClientAuthentication.of(request, form);
    Client client = clients.authenticate(who.id(), who.secret());
    if (client == null) {
      return refused(
          asked,
          401,
          "invalid_client",
          "Client authentication failed due to unknown client, no client authentication included,"
              + " or unsupported authentication method.");
    }
    String wanted = asked == null || asked.isBlank() ? DEFAULT_SCOPE : asked;
    if (!Scopes.wellFormed(wanted) || !client.scopes().covers(Scopes.parse(wanted))) {
      return refused(
          asked, 400, "invalid_scope", "The requested scope is invalid, unknown, or malformed.");
    }
    return granted(asked, client, Scopes.parse(wanted));
  }

  private Outcome granted(@Nullable String asked, Client client, Scopes scopes) {
    Token token = revokesPrevious ? tokens.replace(client, scopes) : tokens.issue(client, scopes);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token.value());
    body.put("token_type", "Bearer");
    body.put("expires_in", token.lifetime().toSeconds());
    body.put("scope", scopes.toString());
    body.put("created_at", token.createdAt().getEpochSecond());
    return new Outcome(notStored(SandboxHttpResponse.json(200, body)), asked, scopes.toString());
  }

  private static Outcome refused(
      @Nullable String asked, int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    SandboxHttpResponse response =
        SandboxHttpResponse.json(status, body)
            .with("WWW-Authenticate", Challenge.of(error, description));
    return new Outcome(notStored(response), asked, null);
  }

  private static SandboxHttpResponse notStored(SandboxHttpResponse response) {
    return response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }
}
