package visibuild.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.RateLimitedException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** The wait after a 429. */
class RetryAfterTest {
  private static final String DATE = "Mon, 01 Mar 2027 08:00:00 GMT";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void isAMinuteWhereTheServerDoesNotSay() {
    assertThat(refusal(Replies.empty(429)).retryAfter()).hasSeconds(60);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "3600, 3600",
    "3601, 3600",
    "999999999, 3600",
    "99999999999, 3600",
    "99999999999999999999, 3600"
  })
  void isTheServersSecondsAndNoMoreThanAnHour(String header, long seconds) {
    assertThat(refusal(saying(header)).retryAfter()).hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 01 Mar 2027 08:00:30 GMT | 30",
        "Mon, 01 Mar 2027 07:00:00 GMT | 0",
        "Tue, 02 Mar 2027 08:00:00 GMT | 3600"
      })
  void isTheTimeToTheServersDateByTheServersClock(String header, long seconds) {
    MockResponse reply = saying(header).newBuilder().setHeader("Date", DATE).build();

    assertThat(refusal(reply).retryAfter()).hasSeconds(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5.2", ".5", "7 s", "٣"})
  void isAMinuteWhereTheHeaderIsNotUnderstood(String header) {
    MockResponse reply =
        Replies.empty(429).newBuilder().addHeaderLenient("Retry-After", header).build();

    assertThat(refusal(reply).retryAfter()).hasSeconds(60);
  }

  /** Of several headers, since a proxy may add its own. */
  @ParameterizedTest
  @CsvSource({"30, 1, 30", "1, 30, 30", "soon, 5, 5", "5, soon, 5", "0, 0, 0"})
  void isTheLongestOfSeveral(String first, String second, long seconds) {
    MockResponse reply =
        Replies.empty(429)
            .newBuilder()
            .addHeader("Retry-After", first)
            .addHeader("Retry-After", second)
            .build();

    assertThat(refusal(reply).retryAfter()).hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1500", "0.25, 250", "7.0, 7000", "3600.5, 3600000", "99999999999.5, 3600000"})
  void isTheServersFractionOfASecond(String header, long millis) {
    assertThat(refusal(saying(header)).retryAfter()).hasMillis(millis);
  }

  @Test
  void isRoundedUpInTheMessage() {
    assertThat(refusal(saying("1.5"))).hasMessageEndingWith("Wait 2 s before the next request.");
  }

  @Test
  void isInTheMessage() {
    assertThat(refusal(saying("7")))
        .hasMessage(
            "GET api/core/v1/projects/{id} failed with status 429. Wait 7 s before the next request.");
  }

  private static MockResponse saying(String header) {
    return Replies.text(429, "text/plain", "Retry later")
        .newBuilder()
        .setHeader("Retry-After", header)
        .build();
  }

  private RateLimitedException refusal(MockResponse reply) {
    server.calls(reply);
    Calls calls = server.readCalls();
    return catchThrowableOfType(
        RateLimitedException.class, () -> ClientCalls.execute(calls.project("p1")));
  }
}
