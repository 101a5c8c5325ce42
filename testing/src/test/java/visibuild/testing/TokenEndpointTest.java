package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.Scope;

class TokenEndpointTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void tokenResponseHasTheMembersOfDoorkeeper() {
    Web.Reply response = web.requestToken(Scope.READ_WRITE, Map.of("scope", "read write"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("access_token").asText()).startsWith("sandbox-token-");
    assertThat(response.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(response.json().path("expires_in").asInt()).isEqualTo(3600);
    assertThat(response.json().path("scope").asText()).isEqualTo("read write");
    assertThat(response.json().path("created_at").asLong())
        .isEqualTo(sandbox.clock().instant().getEpochSecond());
  }

  @Test
  void tokenResponseIsNotToBeStored() {
    Web.Reply response = web.requestToken(Scope.READ, Map.of("scope", "read"));

    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void omittedScopeGivesATokenThatOnlyReads() {
    assertThat(web.requestToken(Scope.READ_WRITE, Map.of()).json().path("scope").asText())
        .isEqualTo("read");
  }

  @Test
  void emptyScopeGivesATokenThatOnlyReads() {
    assertThat(
            web.requestToken(Scope.READ_WRITE, Map.of("scope", "")).json().path("scope").asText())
        .isEqualTo("read");
  }

  @Test
  void grantedScopeKeepsTheOrderOfTheRequest() {
    Web.Reply response = web.requestToken(Scope.READ_WRITE, Map.of("scope", "write read"));

    assertThat(response.json().path("scope").asText()).isEqualTo("write read");
  }

  @Test
  void writeAloneIsGranted() {
    Web.Reply response = web.requestToken(Scope.READ_WRITE, Map.of("scope", "write"));

    assertThat(response.json().path("scope").asText()).isEqualTo("write");
  }

  @Test
  void readCredentialCannotAskForWrite() {
    Web.Reply response = web.requestToken(Scope.READ, Map.of("scope", "read write"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("error").asText()).isEqualTo("invalid_scope");
    assertThat(response.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"Doorkeeper\", error=\"invalid_scope\", error_description=\""
                + response.json().path("error_description").asText()
                + "\"");
  }

  @Test
  void unknownScopeIsInvalid() {
    assertThat(web.requestToken(Scope.READ_WRITE, Map.of("scope", "read admin")).status())
        .isEqualTo(400);
  }

  @Test
  void scopeInUpperCaseIsInvalid() {
    assertThat(web.requestToken(Scope.READ, Map.of("scope", "READ")).status()).isEqualTo(400);
  }

  @Test
  void scopesSeparatedByALineBreakAreInvalid() {
    assertThat(web.requestToken(Scope.READ_WRITE, Map.of("scope", "read\nwrite")).status())
        .isEqualTo(400);
  }

  @Test
  void wrongSecretIsAnInvalidClient() {
    Web.Reply response = post("grant_type=client_credentials&scope=read", "wrong");

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json().path("error").asText()).isEqualTo("invalid_client");
    assertThat(response.header("WWW-Authenticate")).contains("error=\"invalid_client\"");
  }

  @Test
  void unknownClientIsInvalid() {
    Web.Reply response =
        post("grant_type=client_credentials&scope=read&client_id=nobody&client_secret=x", null);

    assertThat(response.status()).isEqualTo(401);
  }

  @Test
  void missingClientIsInvalid() {
    assertThat(post("grant_type=client_credentials&scope=read", null).status()).isEqualTo(401);
  }

  @Test
  void missingGrantTypeIsAnInvalidRequest() {
    Web.Reply response = post("scope=read", null);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void otherGrantTypeIsUnsupported() {
    Web.Reply response = post("grant_type=password", null);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("error").asText()).isEqualTo("unsupported_grant_type");
  }

  @Test
  void getIsNotFoundInHtml() {
    Web.Reply response = web.send(web.to("/oauth/token").build());

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void twoRequestsGiveTwoTokensThatBothWork() {
    String one = web.token("read");
    String other = web.token("read");

    assertThat(one).isNotEqualTo(other);
    assertThat(web.get("/api/core/v1/projects", one).status()).isEqualTo(200);
    assertThat(web.get("/api/core/v1/projects", other).status()).isEqualTo(200);
  }

  @Test
  void brokenPercentEncodingIsABadRequest() {
    assertThat(post("grant_type=client_credentials&scope=%zz", null).status()).isEqualTo(400);
  }

  @Test
  void brokenUtf8IsABadRequest() {
    assertThat(post("grant_type=client_credentials&scope=%ff", null).status()).isEqualTo(400);
  }

  @Test
  void jsonIsNotReadAsAForm() {
    RequestBody json =
        RequestBody.create(
            "{\"grant_type\":\"client_credentials\"}", MediaType.get("application/json"));

    Web.Reply response = web.send(web.to("/oauth/token").post(json).build());

    assertThat(response.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void secretInTheQueryIsNotRead() {
    Map<String, String> environment = sandbox.environment(Scope.READ);
    String query =
        "?client_id="
            + environment.get("VISIBUILD_CLIENT_ID")
            + "&client_secret="
            + environment.get("VISIBUILD_CLIENT_SECRET");
    RequestBody form = new FormBody.Builder().add("grant_type", "client_credentials").build();

    assertThat(web.send(web.to("/oauth/token" + query).post(form).build()).status()).isEqualTo(401);
  }

  @Test
  void basicHeaderIsTakenRaw() {
    Map<String, String> environment = sandbox.environment(Scope.READ);
    Request request =
        web.to("/oauth/token")
            .header(
                "Authorization",
                Credentials.basic(
                    environment.get("VISIBUILD_CLIENT_ID"),
                    environment.get("VISIBUILD_CLIENT_SECRET")))
            .post(new FormBody.Builder().add("grant_type", "client_credentials").build())
            .build();

    assertThat(web.send(request).status()).isEqualTo(200);
  }

  @Test
  void rotatedSecretIsRefusedAndTheNewOneTaken() {
    Map<String, String> before = sandbox.environment(Scope.READ);
    sandbox.rotateSecret(Scope.READ);

    assertThat(
            post(
                    "grant_type=client_credentials&client_id="
                        + before.get("VISIBUILD_CLIENT_ID")
                        + "&client_secret="
                        + before.get("VISIBUILD_CLIENT_SECRET"),
                    null)
                .status())
        .isEqualTo(401);
    assertThat(web.requestToken(Scope.READ, Map.of()).status()).isEqualTo(200);
  }

  private Web.Reply post(String form, @Nullable String secret) {
    String client =
        secret == null
            ? ""
            : "&client_id="
                + sandbox.environment(Scope.READ).get("VISIBUILD_CLIENT_ID")
                + "&client_secret="
                + secret;
    RequestBody body =
        RequestBody.create(form + client, MediaType.get("application/x-www-form-urlencoded"));
    return web.send(web.to("/oauth/token").post(body).build());
  }
}
