package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.ClientCredentials;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.TokenStore;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.grant.GrantFixtures;
import visibuild.internal.auth.shared.SharedTokens;
import visibuild.internal.base.Secret;
import visibuild.webhook.SignatureScheme;
import visibuild.webhook.WebhookVerifier;

/**
 * Fault case 74: a secret is in nothing that can be shown. Failures, events, meters and log lines
 * are read in the tests of all other cases too.
 */
class SecretDisclosureTest {
  private static final String TOKEN = "sentinel-token-4712";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  /** Objects that users hold, and objects with a secret, before the first call. */
  static List<Object> holders() throws Exception {
    List<Object> holders = new ArrayList<>();
    holders.addAll(
        List.of(
            ClientCredentials.of("id", SecretDisclosureTest::secret, Scope.READ),
            ClientCredentials.of("id", FakeVisibuild.CLIENT_SECRET, Scope.READ),
            LegacyToken.of(TOKEN, Scope.READ),
            LegacyToken.of(TOKEN, Scope.READ, Instant.EPOCH),
            Visibuild.builder().credential(LegacyToken.of(TOKEN, Scope.READ)),
            TokenStore.inMemory(),
            WebhookVerifier.of(
                SignatureScheme.hexHeader("X-Signature"), FakeVisibuild.CLIENT_SECRET),
            Secret.ofUnchecked(FakeVisibuild.CLIENT_SECRET),
            SharedTokens.secretHolder()));
    holders.addAll(GrantFixtures.secretHolders());
    return holders;
  }

  @ParameterizedTest
  @MethodSource("holders")
  void secretHolders_showNothingAndAreNotSerializable(Object holder) throws Exception {
    scan.watch(holder);

    ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream());
    assertThat(catchThrowable(() -> out.writeObject(holder)))
        .as(holder.getClass().getName())
        .isInstanceOf(NotSerializableException.class);
  }

  @ParameterizedTest
  @MethodSource("holders")
  void secretHolders_areNotComparedByTheirSecret(Object holder) throws Exception {
    assertThat(holders()).filteredOn(scan.watch(holder)::equals).isEmpty();
  }

  @Test
  void objectsOfTheUser_showNoSecretAfterUse() throws Exception {
    ClientCredentials credential =
        ClientCredentials.of(
            FakeVisibuild.CLIENT_ID, SecretDisclosureTest::secret, Scope.READ_WRITE);
    Visibuild visibuild =
        server.open(
            server
                .builder(credential)
                .httpClient(new OkHttpClient())
                .tokenListener(event -> scan.watch(event)));
    Calls calls = visibuild.writeAccess().implement(Calls.class);
    ClientCalls.execute(calls.project("p1"));

    scan.watch(credential);
    scan.watch(visibuild);
    scan.watch(visibuild.readAccess());
    scan.watch(visibuild.writeAccess());
    scan.watch(calls.project("p1"));
    scan.watch(ClientCalls.paged(calls::page));
    scan.watch(String.valueOf(calls.project("p1").execute().raw()));
    assertThat(server.authorizations()).isNotEmpty();
  }

  @Test
  void providerAndToken_showNoSecret() throws Exception {
    CachingTokenProvider provider = harness.provider();
    AccessToken token = harness.token(provider);

    scan.watch(provider);
    scan.watch(token);
    scan.watch(new RefreshResult.Success(token));
    assertThat(token.authorization()).isEqualTo("Bearer token-1");
  }

  private static String secret() {
    return FakeVisibuild.CLIENT_SECRET;
  }
}
