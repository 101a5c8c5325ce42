package visibuild.internal.auth.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.auth.grant.ClientCredentialsGrant;

/**
 * Two programs that share tokens, a store that fails for a while, and a server that ends the older
 * token whenever it issues one. Each program makes a call a second.
 */
@Tag("slow")
class RevokingOutageTest {
  private static final SecretKey KEY = new SecretKeySpec(new byte[16], "AES");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  private final MapStore store = new MapStore();
  private String valid = "";
  private int failed;
  private int completed;

  @BeforeEach
  void endOlderTokens() {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    server.tokens(
        request -> {
          MockResponse grant = server.grant(request);
          valid = "Bearer token-" + harness.requests();
          return grant;
        });
  }

  @Test
  void whileTheStoreIsDownEachReplacesItsTokenOnceInTenSecondsAtMost() throws Exception {
    CachingTokenProvider one = provider();
    CachingTokenProvider other = provider();
    callForAMinute(one, other);
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(failed).isZero();

    breakDown(one, other);

    assertThat(harness.requests()).isBetween(3, 1 + 2 * (1 + 60 / 10));
    assertThat(completed).as("calls that were completed all the same").isGreaterThan(2 * 60);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onceItIsBackTheyShareOneTokenAndNoCallFails(boolean restarted) throws Exception {
    CachingTokenProvider one = provider();
    CachingTokenProvider other = provider();
    callForAMinute(one, other);
    if (restarted) {
      // They never saw what is in the store.
      one = provider();
      other = provider();
    }
    breakDown(one, other);
    int before = harness.requests();
    store.down = false;
    harness.advance(Duration.ofSeconds(11));
    failed = 0;

    callForAMinute(one, other);

    assertThat(harness.requests()).isLessThanOrEqualTo(before + 1);
    assertThat(failed).isZero();
    assertThat(harness.authorization(one)).isEqualTo(valid).isEqualTo(harness.authorization(other));
  }

  /** Their token ends while the store is down. */
  private void breakDown(CachingTokenProvider one, CachingTokenProvider other) throws IOException {
    store.down = true;
    valid = "none";
    callForAMinute(one, other);
  }

  private void callForAMinute(CachingTokenProvider one, CachingTokenProvider other)
      throws IOException {
    for (int second = 0; second < 60; second++) {
      call(one);
      call(other);
      harness.advance(Duration.ofSeconds(1));
    }
  }

  /** As an API call does: a refused token is dropped, and the call repeated once. */
  private void call(CachingTokenProvider provider) throws IOException {
    AccessToken token = harness.token(provider);
    if (!isValid(token) && provider.invalidate(token)) {
      token = harness.token(provider);
    }
    if (isValid(token)) {
      completed++;
    } else {
      failed++;
    }
  }

  private boolean isValid(AccessToken token) {
    return token.authorization().equals(valid);
  }

  private CachingTokenProvider provider() {
    AuthContext context = harness.context();
    ClientCredentialsGrant grant = harness.grant(context, Scope.READ, harness.secret);
    return new CachingTokenProvider(
        new SharedTokenFetcher(grant, store, KEY, context), Scope.READ, context);
  }
}
