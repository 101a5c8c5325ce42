package visibuild.internal.auth.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ApiException;
import visibuild.ClientCredentials;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.VisibuildException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Texts;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.base.Secret;

/** A token endpoint that repeats the secret, the token or any text in {@code scope}. */
@Tag("slow")
class EchoedSecretTest {
  private static final String SECRET = FakeVisibuild.CLIENT_SECRET;

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @ParameterizedTest
  @ValueSource(
      strings = {
        SECRET,
        "read " + SECRET,
        "client_secret=" + SECRET,
        "read write " + SECRET + "x",
        "token-1",
        "read\\nFAKE",
        "read\\u001b[31m",
        "read\\u200b",
        "re\\\"ad",
        "re\\\\ad",
        "r\u00e9ad",
        "read,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void unreadableScope_failsWithoutShowingIt(String scope) {
    server.tokens(request -> Replies.tokenWith(",\"scope\":\"" + scope + "\""));

    Throwable failure = harness.failure(harness.provider());

    assertThat(failure)
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("unreadable scope")
        .hasMessageNotContaining(SECRET)
        .hasMessageNotContaining("FAKE");
    assertThat(harness.events.toString()).doesNotContain(SECRET).doesNotContain("FAKE");
    assertThat(harness.events(TokenEvent.Refreshed.class)).isEmpty();
  }

  @Test
  void secretWithSpaces_isFoundAcrossScopeTokens() {
    Secret secret = Secret.ofUnchecked("correct horse battery");

    assertThatThrownBy(() -> parse("read correct horse battery", secret))
        .isInstanceOf(MalformedTokenResponseException.class);
  }

  @Test
  void encodedSecret_isFound() {
    Secret secret = Secret.ofUnchecked("a+b/c=d");

    assertThatThrownBy(() -> parse("a%2Bb%2Fc%3Dd", secret))
        .isInstanceOf(MalformedTokenResponseException.class);
  }

  /** Base64 of the secret, of "id:secret" as in Basic authentication, and hexadecimal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2VudGluZWwtc2VjcmV0LTQ3MTE",
        "c2VudGluZWwtc2VjcmV0LTQ3MTE=",
        "YW4taWQ6c2VudGluZWwtc2VjcmV0LTQ3MTE=",
        "aWQ6c2VudGluZWwtc2VjcmV0LTQ3MTE",
        "73656e74696e656c2d7365637265742d34373131",
        "73656E74696E656C2D7365637265742D34373131"
      })
  void recodedSecret_isFound(String text) {
    assertThatThrownBy(() -> parse("read " + text, Secret.ofUnchecked(SECRET)))
        .isInstanceOf(MalformedTokenResponseException.class);
  }

  /** Each place of an error response that messages or exceptions show. */
  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 418, 429, 500})
  void secretInAnyMemberOrHeader_isNotShown(int status) {
    String secret = "sentinel_secret";
    server.tokens(
        request ->
            Replies.text(
                    status,
                    "text/" + secret,
                    "{\"error\":\"%s\",\"error_description\":\"%s\",\"token_type\":\"%s\"}"
                        .formatted(secret, secret, secret))
                .newBuilder()
                .setHeader("X-Request-Id", secret)
                .setHeader("WWW-Authenticate", secret + " realm=\"" + secret + "\"")
                .build());
    List<Object> events = new CopyOnWriteArrayList<>();
    Calls calls =
        server
            .open(
                server
                    .builder(ClientCredentials.of("an-id", secret, Scope.READ))
                    .maxWait(Duration.ZERO)
                    .tokenListener(events::add))
            .readAccess()
            .implement(Calls.class);

    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertThat(failure).isInstanceOf(VisibuildException.class);
    assertThat(Texts.of(failure)).doesNotContain(secret);
    assertThat(failure instanceof ApiException refusal ? refusal.requestId().orElse("") : "")
        .doesNotContain(secret);
    assertThat(events.toString()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403})
  void secretAsTheSchemeOfAChallenge_isNotShown(int status) {
    String secret = "sentinel_secret";
    server.tokens(
        request ->
            Replies.text(status, "text/html", "<html>")
                .newBuilder()
                .setHeader("WWW-Authenticate", secret + " realm=\"x\"")
                .build());
    Calls calls =
        server
            .open(server.builder(ClientCredentials.of("an-id", secret, Scope.READ)))
            .readAccess()
            .implement(Calls.class);

    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertThat(failure).isInstanceOf(VisibuildException.class);
    assertThat(Texts.of(failure)).doesNotContain(secret);
  }

  @Test
  void shortSecretWithinAnHonestScopeToken_isNoEcho() throws Exception {
    assertThat(parse("read write", Secret.ofUnchecked("rea")).scope()).isPresent();
  }

  private static AccessTokenResponse parse(String scope, Secret secret)
      throws MalformedTokenResponseException {
    String json = "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"scope\":\"" + scope + "\"}";
    return AccessTokenResponse.parse(json.getBytes(UTF_8), secret);
  }
}
