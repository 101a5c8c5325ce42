package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.ForbiddenException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;

/** A 401 that says nothing about the token: it carried none, or a proxy sent it. */
@Tag("slow")
class UnauthorizedTest {
  private static final String HTML = "<!DOCTYPE html><html><body>Log in</body></html>";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild mirror = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final List<TokenEvent> events = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void requestThatLostItsTokenOnARedirect_doesNotCostTheToken(int status) {
    server.calls(
        request ->
            request.getHeaders().get("Authorization") == null
                ? Replies.refusedToken()
                : Replies.redirect(status, mirror.url("/there")));
    mirror.calls(Replies.redirect(status, server.url("/home")));
    Calls calls = calls();

    AuthenticationException failure = refused(calls);
    server.calls(Replies.json(Replies.PROJECT));
    ClientCalls.execute(calls.project("p1"));

    assertThat(failure)
        .hasMessageContaining("carried no token")
        .hasMessageContaining("redirect")
        .hasMessageNotContaining("revoked in");
    assertThat(server.tokenRequests()).as("the valid token is kept").hasSize(1);
    assertThat(events).noneMatch(TokenEvent.Rejected.class::isInstance);
  }

  @Test
  void forbiddenAfterARedirectWithoutToken_isNotReportedAsTheTokensScope() {
    server.calls(
        request ->
            request.getHeaders().get("Authorization") == null
                ? Replies.empty(403)
                : Replies.redirect(302, mirror.url("/there")));
    mirror.calls(Replies.redirect(302, server.url("/home")));

    assertThat(failure(calls())).isNotNull();

    assertThat(events).noneMatch(TokenEvent.ScopeDenied.class::isInstance);
  }

  @Test
  void basicChallengeWithHtml_namesSchemeHtmlAndProxy() {
    server.calls(page(401, "Basic realm=\"Staging\""));

    assertThat(refused(calls()))
        .hasMessageContaining("an HTML page came instead of JSON")
        .hasMessageContaining("\"Basic\"")
        .hasMessageContaining("proxy or login page in between")
        .hasMessageNotContaining("revoked");
  }

  @Test
  void htmlWithoutContentTypeOrChallenge_isNamed() {
    server.calls(new MockResponse.Builder().code(401).body(HTML).build());

    assertThat(refused(calls()))
        .hasMessageContaining("an HTML page came instead of JSON: a proxy or login page");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- gateway --><html>",
        "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>",
        "\ufeff \n<HTML>"
      })
  void htmlBehindACommentOrDeclaration_isNamed(String body) {
    server.calls(Replies.text(401, "application/octet-stream", body));

    assertThat(refused(calls())).hasMessageContaining("an HTML page came instead of JSON");
  }

  @Test
  void severalChallengesWithoutBearer_nameTheFirst() {
    server.calls(
        Replies.empty(401)
            .newBuilder()
            .addHeader("WWW-Authenticate", "NTLM")
            .addHeader("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\"")
            .build());

    assertThat(refused(calls()))
        .hasMessageContaining("\"NTLM\"")
        .hasMessageNotContaining("revoked");
  }

  @Test
  void forbiddenPageOfACaptivePortal_isNotBlamedOnTheScope() {
    server.calls(Replies.text(403, "text/html", HTML));

    assertThat(failure(calls()))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("an HTML page came instead of JSON")
        .hasMessageNotContaining("the credential's company");
  }

  @Test
  void empty403LabelledAsHtml_isVisibuildsOwn() {
    server.calls(Replies.empty(403));

    assertThat(failure(calls())).hasMessageContaining("the credential's company");
  }

  @Test
  void captivePortalStatus_isNamed() {
    server.calls(Replies.text(511, "text/html", HTML));

    assertThat(failure(calls())).hasMessageContaining("the network requires a login first");
  }

  @Test
  void proxyLoginWithoutAConfiguredProxy_isNamed() {
    MockResponse login =
        page(407, "x").newBuilder().setHeader("Proxy-Authenticate", "Basic realm=\"r\"").build();
    server.calls(login);

    assertThat(failure(calls())).hasMessageContaining("requires a proxy login (407)");

    server.tokens(request -> login);

    assertThat(failure(calls())).hasMessageContaining("requires a proxy login (407)");
  }

  @Test
  void redirectsInACircle_areNamed() {
    server.calls(Replies.redirect(302, "/login"));

    assertThat(failure(calls())).hasMessageContaining("redirects without end");
  }

  @Test
  void challengeOfAnotherSchemeAlone_isNamed() {
    server.calls(
        Replies.json(401, "{}").newBuilder().setHeader("WWW-Authenticate", "Negotiate").build());

    assertThat(refused(calls()))
        .hasMessageContaining("a login by the scheme \"Negotiate\" is asked for")
        .hasMessageNotContaining("HTML");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void tokenAsTheSchemeOfAChallenge_isNotShown(int status) {
    server.calls(page(status, "sentinel-token-4712 realm=\"Staging\""));
    Calls calls =
        server
            .open(server.builder(LegacyToken.of("sentinel-token-4712", Scope.READ)))
            .readAccess()
            .implement(Calls.class);

    assertThat(failure(calls))
        .hasMessageContaining("an HTML page came instead of JSON")
        .hasMessageNotContaining("sentinel");
  }

  @Test
  void legacyToken_isNotBlamedForAProxysLogin() {
    server.calls(page(401, "Basic realm=\"Staging\""));
    Calls calls =
        server
            .open(server.builder(LegacyToken.of("sentinel-token-4712", Scope.READ)))
            .readAccess()
            .implement(Calls.class);

    assertThat(refused(calls))
        .hasMessageContaining("proxy or login page in between")
        .hasMessageNotContaining("legacy");
  }

  @Test
  void schemeWithForeignText_isNotShown() {
    server.calls(page(401, "x".repeat(200) + " realm=\"r\""));

    assertThat(refused(calls())).hasMessageNotContaining("xxx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer realm=\"r\"", "Basic realm=\"r\", Bearer realm=\"r\""})
  void bearerChallenge_isVisibuildsOwn(String challenge) {
    server.calls(page(401, challenge));

    assertThat(refused(calls())).hasMessageContaining("A fresh token was rejected too");
  }

  @Test
  void empty401LabelledAsHtml_isVisibuildsOwn() {
    server.calls(Replies.empty(401));

    assertThat(refused(calls())).hasMessageContaining("A fresh token was rejected too");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void tokenEndpointBehindALoginPage_isNamedAndAskedAgainSoon(int status) {
    server.tokens(request -> page(status, "Basic realm=\"Staging\""));
    Calls calls = calls();

    assertThat(refused(calls))
        .hasMessageContaining("POST oauth/token failed with status " + status)
        .hasMessageContaining("an HTML page came instead of JSON")
        .hasMessageContaining("proxy or login page in between")
        .hasMessageNotContaining("client secret");

    server.tokens(server::grant);
    server.clock.advance(Duration.ofMinutes(2));
    ClientCalls.execute(calls.project("p1"));
  }

  @Test
  void tokenEndpointWithABasicChallengeAndAnOauthError_isVisibuildsOwn() {
    server.tokens(
        request ->
            Replies.json(401, "{\"error\":\"invalid_client\"}")
                .newBuilder()
                .setHeader("WWW-Authenticate", "Basic realm=\"oauth\"")
                .build());

    assertThat(refused(calls())).hasMessageContaining("invalid_client");
  }

  private static MockResponse page(int status, String challenge) {
    return Replies.text(status, "text/html; charset=utf-8", HTML)
        .newBuilder()
        .setHeader("WWW-Authenticate", challenge)
        .build();
  }

  private AuthenticationException refused(Calls calls) {
    Throwable failure = failure(calls);
    assertThat(failure).isInstanceOf(AuthenticationException.class);
    return (AuthenticationException) failure;
  }

  private Throwable failure(Calls calls) {
    return scan.watch(catchThrowable(() -> ClientCalls.execute(calls.project("p1"))));
  }

  private Calls calls() {
    ClientCredentials credential =
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ);
    return server
        .open(server.builder(credential).tokenListener(event -> events.add(scan.watch(event))))
        .readAccess()
        .implement(Calls.class);
  }
}
