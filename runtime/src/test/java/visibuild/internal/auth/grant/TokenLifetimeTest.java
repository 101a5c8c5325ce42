package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.time.ClockReading;

/** Faults 13 to 19: how long a token lives. */
class TokenLifetimeTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"expires_in\":null"})
  void missingLifetime_isAnHourAndOneEvent(String member) throws Exception {
    server.tokens(request -> Replies.tokenWith(member));
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    harness.advance(Duration.ofMinutes(44));

    harness.authorization(provider);

    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.events(TokenEvent.LifetimeAssumed.class))
        .containsExactly(new TokenEvent.LifetimeAssumed(Scope.READ, Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3600\"", "3600.0"})
  void lifetimeAsTextOrFraction_isAccepted(String life) throws Exception {
    life(life);

    assertLives(Duration.ofMinutes(59));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abc\"", "true", "{}"})
  void lifetimeThatIsNoNumber_isMalformed(String life) {
    life(life);

    assertThat(harness.failure(harness.provider())).isInstanceOf(DecodingException.class);
  }

  @Test
  void lifetimeOfZero_servesOnlyTheWaitingCalls() throws Exception {
    life("0");
    CachingTokenProvider provider = harness.provider();

    harness.authorization(provider);
    assertThat(harness.requests()).isEqualTo(1);

    harness.authorization(provider);
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void negativeLifetime_isMalformed() {
    life("-5");

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("negative");
  }

  @Test
  void lifetimeShorterThanTheMargins_costsAtMostOneRequestPerCall() throws Exception {
    life("1");
    CachingTokenProvider provider = harness.provider();

    for (int calls = 1; calls <= 20; calls++) {
      harness.authorization(provider);
      assertThat(harness.requests()).isLessThanOrEqualTo(calls);
      harness.advance(Duration.ofMillis(400));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "1e18", "1e400", "\"1e999999999\"", "9223372036854775807"})
  void lifetimeBeyondADay_isADay(String life) throws Exception {
    life(life);

    assertLives(Duration.ofHours(24).minusMinutes(1));
  }

  @Test
  void slowResponse_lifetimeCountsFromTheRequest() throws Exception {
    server.tokens(
        request -> {
          harness.advance(Duration.ofSeconds(40));
          return server.grant(request);
        });
    harness.timeout = Duration.ofMinutes(1);
    CachingTokenProvider provider = harness.provider();
    AccessToken token = harness.token(provider);
    ClockReading asked = harness.context().clocks().now().plus(Duration.ofSeconds(-40));

    assertThat(token.isUsableAt(asked.plus(Duration.ofMinutes(59)))).isFalse();
    assertThat(token.isUsableAt(asked.plus(Duration.ofMinutes(59).minusMillis(1)))).isTrue();
  }

  private void life(String json) {
    server.tokens(request -> Replies.tokenWith(",\"expires_in\":" + json));
  }

  private void assertLives(Duration usable) throws Exception {
    AccessToken token = harness.token(harness.provider());
    ClockReading now = harness.context().clocks().now();

    assertThat(token.isUsableAt(now.plus(usable).plus(Duration.ofMillis(-1))))
        .isEqualTo(!usable.isZero());
    assertThat(token.isUsableAt(now.plus(usable))).isFalse();
  }
}
