package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.fixture.MutableClock;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.base.Secret;
import visibuild.internal.time.ClockReading;

/** The reading of {@code expires_in}, and the time for which such a token is used. */
class TokenLifeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3600 | 3600",
        "\"3600\" | 3600",
        "\" 3600 \" | 3600",
        "3599.9 | 3599",
        "0 | 0",
        "1 | 1",
        "null | 3600",
        "86401 | 86400",
        "31536000 | 86400",
        "9223372036854775808 | 86400",
        "\"1e300\" | 86400"
      })
  void expiresInIsSecondsAndNoMoreThanADay(String expiresIn, long seconds) throws Exception {
    assertThat(life(expiresIn)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void withoutExpiresInATokenLivesAnHour() throws Exception {
    String reply = "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}";

    assertThat(GrantFixtures.parse(reply).lifetime()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"-1\"", "\"soon\"", "\"\"", "true", "[3600]", "{}", "\"NaN\""})
  void whatIsNoLifeIsRefused(String expiresIn) {
    assertThatThrownBy(() -> life(expiresIn))
        .isInstanceOf(MalformedTokenResponseException.class)
        .hasMessageContaining("expires_in");
  }

  @ParameterizedTest
  @CsvSource({"3600, 3540", "600, 540", "300, 270", "10, 9"})
  void theMarginIsAMinuteAndATenthOfAShortLife(long life, long usable) {
    AccessToken token = token(life);

    assertThat(token.isUsableAt(justBefore(usable))).isTrue();
    assertThat(token.isUsableAt(at(usable))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"3600, 2700", "60, 45", "4, 3"})
  void renewalIsDueInTheLastQuarter(long life, long due) {
    AccessToken token = token(life);

    assertThat(token.isRefreshDueAt(justBefore(due))).isFalse();
    assertThat(token.isRefreshDueAt(at(due))).isTrue();
  }

  @Test
  void aTokenWithoutLifeIsNotUsableForALaterCall() {
    assertThat(token(0).isUsableAt(at(0))).isFalse();
  }

  private static AccessToken token(long lifeSeconds) {
    Duration life = Duration.ofSeconds(lifeSeconds);
    return AccessToken.expiring(Secret.ofUnchecked("t"), Set.of("read"), true, at(0), life, 0);
  }

  private static ClockReading at(long seconds) {
    ClockReading start = new ClockReading(MutableClock.START.toEpochMilli(), Long.MAX_VALUE);
    return start.plus(Duration.ofSeconds(seconds));
  }

  private static ClockReading justBefore(long seconds) {
    return at(seconds).plus(Duration.ofMillis(-1));
  }

  private static Duration life(String expiresIn) throws MalformedTokenResponseException {
    return GrantFixtures.parse(
            "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}")
        .lifetime();
  }
}
