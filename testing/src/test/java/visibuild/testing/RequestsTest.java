package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.SandboxRequest.TokenRequest;

@Tag("slow")
class RequestsTest {
  private static final String PROJECTS = "/api/core/v1/projects";

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** A class outside the library, such as a kind of request of a later version. */
  record LaterRequest(String method, String path, int status) implements SandboxRequest {}

  @Test
  void kindOfRequest_canBeAddedLater() {
    SandboxRequest later = new LaterRequest("GET", "/later", 200);

    assertThat(SandboxRequest.class.isSealed()).isFalse();
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void callIsNotedWithTheScopeOfItsToken() {
    Web.Reply response = web.get(PROJECTS + "?pageSize=3", web.token("read write"));

    assertThat(sandbox.apiRequests())
        .containsExactly(
            new ApiRequest(
                "GET",
                PROJECTS,
                "pageSize=3",
                "read write",
                200,
                String.valueOf(response.header("X-Request-Id"))));
  }

  @Test
  void callWithoutATokenIsNotedWithoutAScope() {
    web.send(web.to(PROJECTS).build());

    assertThat(sandbox.apiRequests())
        .singleElement()
        .returns(null, ApiRequest::tokenScope)
        .returns(401, ApiRequest::status);
  }

  @Test
  void scopeOfARevokedTokenIsNoted() {
    String token = web.token("read");
    sandbox.revokeTokens();
    web.get(PROJECTS, token);

    assertThat(sandbox.apiRequests())
        .singleElement()
        .returns("read", ApiRequest::tokenScope)
        .returns(401, ApiRequest::status);
  }

  @Test
  void tokenRequestIsNotedWithAskedAndGrantedScope() {
    web.requestToken(Scope.READ_WRITE, Map.of());
    web.requestToken(Scope.READ_WRITE, Map.of("scope", "write read"));
    web.requestToken(Scope.READ, Map.of("scope", "write"));

    assertThat(sandbox.tokenRequests())
        .extracting(TokenRequest::requestedScope, TokenRequest::grantedScope, TokenRequest::status)
        .containsExactly(
            tuple(null, "read", 200),
            tuple("write read", "write read", 200),
            tuple("write", null, 400));
  }

  @Test
  void requestsAreInTheOrderOfTheirResponses() {
    web.get(PROJECTS);
    web.get("/api/core/v1/tags");

    assertThat(sandbox.requests())
        .extracting(SandboxRequest::path)
        .containsExactly("/oauth/token", PROJECTS, "/oauth/token", "/api/core/v1/tags");
  }

  @Test
  void requestsCanBeForgotten() {
    web.get(PROJECTS);
    sandbox.forgetRequests();

    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void noSecretAndNoTokenIsInWhatIsNoted() {
    String token = web.token("read");
    String secret = sandbox.environment(Scope.READ_WRITE).get("VISIBUILD_CLIENT_SECRET");
    web.get(PROJECTS + "?access_token=" + token + "&client_secret=" + secret + "&page=1", token);

    assertThat(sandbox.requests().toString()).doesNotContain(token, secret).contains("page=1");
  }

  @Test
  void environment_hidesVariablesThatContradictIt() {
    assertThat(sandbox.environment(Scope.READ))
        .containsEntry("VISIBUILD_REGION", "")
        .containsEntry("VISIBUILD_CLIENT_SECRET_FILE", "")
        .containsEntry("VISIBUILD_TOKEN", "");
  }

  @Test
  void noSecretIsInTheTextOfAnythingTheSandboxHandsOut() {
    String token = web.token("read");
    Map<String, String> environment = sandbox.environment(Scope.READ);

    assertThat(
            sandbox
                + " "
                + sandbox.clientCredentials(Scope.READ)
                + sandbox.legacyToken(Scope.READ)
                + sandbox.servers().clients().of("read")
                + sandbox.servers().tokens().issueLegacy("read"))
        .doesNotContain(token, environment.get("VISIBUILD_CLIENT_SECRET"), "sandbox-legacy-");
  }
}
