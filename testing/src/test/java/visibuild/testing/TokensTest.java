package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.Scope;

@Tag("slow")
class TokensTest {
  private static final String PROJECTS = "/api/core/v1/projects";

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void callWithoutTokenIsRefused() {
    assertRefused(web.send(web.to(PROJECTS).build()), "The access token is invalid");
  }

  @Test
  void unknownTokenIsRefused() {
    assertRefused(web.get(PROJECTS, "invented"), "The access token is invalid");
  }

  @Test
  void tokenInABasicHeaderIsRefused() {
    Request request =
        web.to(PROJECTS).header("Authorization", "Basic " + web.token("read")).build();

    assertRefused(web.send(request), "The access token is invalid");
  }

  @Test
  void tokenInTheQueryIsNotRead() {
    Request request = web.to(PROJECTS + "?access_token=" + web.token("read")).build();

    assertRefused(web.send(request), "The access token is invalid");
  }

  @Test
  void tokenWorksUntilTheLastMomentOfItsHour() {
    String token = web.token("read");
    sandbox.clock().advance(Duration.ofHours(1).minusMillis(1));

    assertThat(web.get(PROJECTS, token).status()).isEqualTo(200);
  }

  @Test
  void tokenIsExpiredAfterAnHour() {
    String token = web.token("read");
    sandbox.clock().advance(Duration.ofHours(1));

    assertRefused(web.get(PROJECTS, token), "The access token expired");
  }

  @Test
  void tokenLifetimeCanBeSet() {
    try (VisibuildSandbox other =
        VisibuildSandbox.builder().tokenLifetime(Duration.ofSeconds(90)).start()) {
      Web otherWeb = new Web(other);
      Web.Reply response = otherWeb.requestToken(Scope.READ, Map.of());
      other.clock().advance(Duration.ofSeconds(90));

      assertThat(response.json().path("expires_in").asInt()).isEqualTo(90);
      assertRefused(
          otherWeb.get(PROJECTS, response.json().path("access_token").asText()),
          "The access token expired");
    }
  }

  @Test
  void revokedTokenIsRefused() {
    String token = web.token("read");
    sandbox.revokeTokens();

    assertRefused(web.get(PROJECTS, token), "The access token was revoked");
  }

  @Test
  void tokenOfAfterTheRevocationWorks() {
    sandbox.revokeTokens();

    assertThat(web.get(PROJECTS).status()).isEqualTo(200);
  }

  @Test
  void schemeInLowerCaseIsAccepted() {
    Request request =
        web.to(PROJECTS).header("authorization", "bearer " + web.token("read")).build();

    assertThat(web.send(request).status()).isEqualTo(200);
  }

  @Test
  void legacyTokenIsSentAsItIs() {
    assertThat(web.get(PROJECTS, legacyToken("read")).status()).isEqualTo(200);
  }

  @Test
  void legacyTokenOutlivesAnAccessToken() {
    String token = legacyToken("read");
    sandbox.clock().advance(Duration.ofDays(364));

    assertThat(web.get(PROJECTS, token).status()).isEqualTo(200);
  }

  @Test
  void legacyTokenExpiresAfterAYear() {
    String token = legacyToken("read");
    sandbox.clock().advance(Duration.ofDays(365));

    assertRefused(web.get(PROJECTS, token), "The access token expired");
  }

  @Test
  void legacyTokenIsRevokedWithTheOthers() {
    String token = legacyToken("read");
    sandbox.revokeTokens();

    assertRefused(web.get(PROJECTS, token), "The access token was revoked");
  }

  @Test
  void newTokenEndsTheOlderOneOfTheSameScopeIfSoSet() {
    try (VisibuildSandbox other = VisibuildSandbox.builder().revokesPreviousTokens().start()) {
      Web otherWeb = new Web(other);
      String older = otherWeb.token("read write");
      String reads = otherWeb.token("read");
      String newer = otherWeb.token("write read");

      assertRefused(otherWeb.get(PROJECTS, older), "The access token was revoked");
      assertThat(otherWeb.get(PROJECTS, reads).status()).isEqualTo(200);
      assertThat(otherWeb.get(PROJECTS, newer).status()).isEqualTo(200);
    }
  }

  private String legacyToken(String scope) {
    return sandbox.servers().tokens().issueLegacy(scope).value();
  }

  private static void assertRefused(Web.Reply response, String description) {
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.body()).isEmpty();
    assertThat(response.header("Content-Type")).startsWith("text/html");
    assertThat(response.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"Doorkeeper\", error=\"invalid_token\", error_description=\""
                + description
                + "\"");
  }
}
