package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.Scope;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Forms;
import visibuild.fixture.Replies;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.base.Secret;

/** A secret that is replaced while a program runs, which has one reader of it for all scopes. */
class SecretRotationTest {
  private static final String NEXT_SECRET = "sentinel-next-secret";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness harness = new TokenProviderHarness(server);

  @Test
  void eachScopeRecoversOnceTheSecretIsReplaced() throws Exception {
    server.tokens(
        request ->
            Forms.text(request).contains(NEXT_SECRET)
                ? server.grant(request)
                : Replies.json(401, "{\"error\":\"invalid_client\"}"));
    AuthContext context = harness.context();
    SecretReader secrets =
        new SecretReader(() -> harness.secret.get(), Secret::ofUnchecked, context);
    TokenEndpoint endpoint = harness.endpoint(context);
    CachingTokenProvider reading = provider(endpoint, secrets, Scope.READ, context);
    CachingTokenProvider writing = provider(endpoint, secrets, Scope.READ_WRITE, context);
    assertThat(harness.failure(reading)).isInstanceOf(AuthenticationException.class);
    assertThat(harness.failure(writing)).isInstanceOf(AuthenticationException.class);

    harness.secret = () -> NEXT_SECRET;
    harness.advance(Duration.ofSeconds(30));
    // These look for another secret, and fail as those before.
    harness.failure(reading);
    harness.failure(writing);

    assertThat(harness.authorization(reading)).isEqualTo("Bearer token-1");
    assertThat(harness.authorization(writing)).isEqualTo("Bearer token-2");
  }

  private static CachingTokenProvider provider(
      TokenEndpoint endpoint, SecretReader secrets, Scope scope, AuthContext context) {
    return new CachingTokenProvider(
        new ClientCredentialsGrant(endpoint, secrets, scope), scope, context);
  }
}
