package visibuild.internal.auth.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.base.Secret;

/** A token endpoint that repeats the secret, the token or any text in {@code scope}. */
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
