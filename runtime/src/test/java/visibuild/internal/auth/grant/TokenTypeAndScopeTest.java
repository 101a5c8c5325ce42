package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;
import visibuild.InsufficientScopeException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;

/** Faults 20 to 27: the token's type, and its scope. */
class TokenTypeAndScopeTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @ParameterizedTest
  @ValueSource(strings = {"bearer", "BEARER", "Bearer"})
  void tokenTypeBearerInAnyCase_isAccepted(String type) throws Exception {
    type("\"token_type\":\"" + type + "\",");

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"token_type\":\"mac\",", "\"token_type\":\"dpop\",", ""})
  void otherTokenType_isRefused(String member) {
    type(member);

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("\"token_type\" is not \"Bearer\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read write", "write read", " read  write "})
  void scopeInAnotherOrder_isTheSameScope(String granted) throws Exception {
    scope("\"" + granted + "\"");

    assertThat(harness.token(harness.provider(Scope.READ_WRITE)).granted())
        .containsExactlyInAnyOrder("read", "write");
    assertThat(harness.events(TokenEvent.ExcessScopeGranted.class)).isEmpty();
  }

  @Test
  void narrowerScope_isRefusedByNameAndNotCached() throws Exception {
    scope("\"read\"");
    CachingTokenProvider provider = harness.provider(Scope.READ_WRITE);

    assertThat(harness.failure(provider))
        .isInstanceOfSatisfying(
            ScopeNotGrantedException.class,
            refusal -> {
              assertThat(refusal.requested()).isEqualTo(Scope.READ_WRITE);
              assertThat(refusal.granted()).containsExactly("read");
            })
        .hasMessageContaining("\"write\" is missing");
    assertThat(harness.failure(provider)).isInstanceOf(ScopeNotGrantedException.class);
  }

  @Test
  void widerScope_isAcceptedWithOneEvent() throws Exception {
    scope("\"read write\"");
    CachingTokenProvider provider = harness.provider();

    assertThat(harness.token(provider).granted()).containsExactlyInAnyOrder("read", "write");
    harness.token(provider);

    assertThat(harness.events(TokenEvent.ExcessScopeGranted.class))
        .containsExactly(new TokenEvent.ExcessScopeGranted(Scope.READ, Set.of("read", "write")));
  }

  @Test
  void missingScope_isTheRequestedScope() throws Exception {
    server.tokens(request -> Replies.tokenWith(""));

    AccessToken token = harness.token(harness.provider(Scope.READ_WRITE));

    assertThat(token.granted()).containsExactlyInAnyOrder("read", "write");
    assertThat(token.scopeConfirmed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"READ\"", "\"Read\""})
  void emptyScopeOrOtherCase_isNotGranted(String granted) {
    scope(granted);

    assertThat(harness.failure(harness.provider())).isInstanceOf(ScopeNotGrantedException.class);
  }

  @Test
  void scopeAsArray_isMalformed() {
    scope("[\"read\"]");

    assertThat(harness.failure(harness.provider())).isInstanceOf(DecodingException.class);
  }

  @Test
  void scopeBeyondTheDeclaredOne_failsBeforeAnyRequest() {
    var visibuild = server.connect(Scope.READ);

    assertThat(scan.watch(catchThrowable(visibuild::writeAccess)))
        .isInstanceOf(InsufficientScopeException.class);
    assertThat(harness.requests()).isZero();
  }

  private void type(String member) {
    server.tokens(request -> Replies.json("{" + member + "\"access_token\":\"token-1\"}"));
  }

  private void scope(String json) {
    server.tokens(request -> Replies.tokenWith(",\"scope\":" + json));
  }
}
