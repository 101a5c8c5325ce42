package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.AuthenticationException;
import visibuild.RateLimitedException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.ServerException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Forms;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;

/** Faults 28 to 39: the token endpoint's errors, by their name and then by their status. */
@Tag("slow")
class TokenErrorStatusTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void invalidClientWithAChangedSecret_isTriedOnceMore(int status) throws Exception {
    AtomicReference<String> file = new AtomicReference<>("sentinel-old-1");
    harness.secret = file::get;
    CachingTokenProvider provider = harness.provider();
    server.tokens(
        request -> {
          file.set("sentinel-new-2");
          return Forms.of(request).get("client_secret").equals("sentinel-new-2")
              ? server.grant(request)
              : Replies.json(status, "{\"error\":\"invalid_client\"}");
        });

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void invalidClientWithTheSameSecret_isNotTriedAgainForFiveMinutes() {
    refuse(401, "invalid_client");
    CachingTokenProvider provider = harness.provider();

    for (int i = 0; i < 50; i++) {
      assertThat(harness.failure(provider)).isInstanceOf(AuthenticationException.class);
    }

    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void secretChangedAfterInvalidClient_endsThePause() throws Exception {
    AtomicReference<String> file = new AtomicReference<>("sentinel-old-1");
    harness.secret = file::get;
    refuse(401, "invalid_client");
    CachingTokenProvider provider = harness.provider();
    harness.failure(provider);
    server.tokens(server::grant);
    file.set("sentinel-new-2");

    harness.advance(Duration.ofSeconds(30));
    harness.failure(provider);

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void unauthorizedClient_isNotReportedAsWrongSecret(int status) {
    refuse(status, "unauthorized_client");

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("unauthorized_client")
        .hasMessageNotContaining("client secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void invalidScope_isPermanentForThatScopeOnly(int status) throws Exception {
    server.tokens(
        request ->
            Forms.of(request).get("scope").equals("read")
                ? server.grant(request)
                : Replies.json(status, "{\"error\":\"invalid_scope\"}"));
    CachingTokenProvider writes = harness.provider(Scope.READ_WRITE);
    CachingTokenProvider reads = harness.provider(Scope.READ);

    assertThat(harness.failure(writes)).isInstanceOf(ScopeNotGrantedException.class);
    assertThat(harness.failure(writes)).isInstanceOf(ScopeNotGrantedException.class);
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.authorization(reads)).isEqualTo("Bearer token-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server_error", "temporarily_unavailable"})
  void transientErrorMember_isRetriedWhateverTheStatus(String error) throws Exception {
    server.tokens(
        request -> {
          server.tokens(server::grant);
          return Replies.json(400, "{\"error\":\"%s\"}".formatted(error));
        });

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
  }

  @ParameterizedTest
  @CsvSource({"400, unsupported_grant_type", "415, ''", "404, ''", "405, ''"})
  void statusThatNoTokenEndpointSends_questionsTheBaseUrl(int status, String error) {
    refuse(status, error);

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("Is the base URL right?");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectToAnotherOrigin_isNotFollowed(int status) {
    server.tokens(request -> Replies.redirect(status, elsewhere.url("/oauth/token")));

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("a redirect, which is not followed");
    assertThat(elsewhere.tokenRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectWithinTheOrigin_isNotFollowed(int status) {
    server.tokens(request -> Replies.redirect(status, server.url("/oauth/token2")));

    assertThat(harness.failure(harness.provider())).isInstanceOf(AuthenticationException.class);
    assertThat(server.calls()).isEmpty();
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void rateLimitWithoutRetryAfter_pausesForAMinute() throws Exception {
    server.tokens(request -> Replies.text(429, "text/plain", "Retry later"));
    CachingTokenProvider provider = harness.provider();

    assertThat(harness.failure(provider)).isInstanceOf(RateLimitedException.class);
    harness.advance(Duration.ofSeconds(59));
    assertThat(harness.failure(provider)).isInstanceOf(RateLimitedException.class);
    assertThat(harness.requests()).isEqualTo(1);
    harness.advance(Duration.ofSeconds(1));
    server.tokens(server::grant);

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
  }

  @Test
  void retryAfterInSeconds_isTheWait() throws Exception {
    afterOne(limited("7"));

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
    assertThat(harness.scheduler.delays()).contains(Duration.ofSeconds(7));
    assertThat(scan.said())
        .filteredOn(
            line ->
                line.contains(
                    "The token endpoint asks for a pause of 7 s; calls that need a token wait"))
        .hasSize(1);
  }

  @Test
  void callDuringALongPause_getsTheRestOfIt() {
    server.tokens(request -> limited("3000"));
    CachingTokenProvider provider = harness.provider();
    assertThat(retryAfter(provider)).isEqualTo(Duration.ofMinutes(50));

    harness.advance(Duration.ofSeconds(2000));

    assertThat(retryAfter(provider)).isEqualTo(Duration.ofSeconds(1000));
    assertThat(harness.requests()).isEqualTo(1);
  }

  private Duration retryAfter(CachingTokenProvider provider) {
    return ((RateLimitedException) harness.failure(provider)).retryAfter();
  }

  @Test
  void retryAfterAsDate_isTheWait() throws Exception {
    afterOne(
        limited(http(Duration.ofSeconds(9)))
            .newBuilder()
            .setHeader("Date", http(Duration.ZERO))
            .build());

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
    assertThat(harness.scheduler.delays()).contains(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Mon, 01 Jan 2001 00:00:00 GMT"})
  void retryAfterInThePast_isTheShortestWait(String retryAfter) throws Exception {
    afterOne(limited(retryAfter));

    harness.authorization(harness.provider());

    assertThat(harness.scheduler.delays()).contains(Duration.ofMillis(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-7", "soon", "1e3"})
  void unreadableRetryAfter_isIgnored(String retryAfter) {
    server.tokens(request -> limited(retryAfter));

    assertThat(harness.failure(harness.provider()))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999", "99999999999"})
  void retryAfterBeyondAnHour_isAnHour(String retryAfter) {
    server.tokens(request -> limited(retryAfter));

    assertThat(harness.failure(harness.provider()))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1)));
  }

  @Test
  void retryAfterBeyondTheCallsTimeout_failsAtOnceWithTheDelay() {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    server.tokens(request -> limited("20"));
    CachingTokenProvider provider = harness.provider();
    OkHttpClient impatient = new OkHttpClient.Builder().callTimeout(15, TimeUnit.SECONDS).build();

    assertThat(harness.failure(provider, harness.call(impatient)))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(20)));
  }

  @Test
  void serverError_isTriedThreeTimes() {
    AtomicInteger next = new AtomicInteger();
    int[] statuses = {500, 502, 503, 504};
    server.tokens(request -> Replies.empty(statuses[next.getAndIncrement()]));

    assertThat(harness.failure(harness.provider())).isInstanceOf(ServerException.class);
    assertThat(harness.requests()).isEqualTo(3);
  }

  @Test
  void serverErrorWithRetryAfterZero_isNotRepeatedByOkHttp() {
    server.tokens(request -> Replies.empty(503).newBuilder().setHeader("Retry-After", "0").build());

    assertThat(harness.failure(harness.provider())).isInstanceOf(ServerException.class);
    assertThat(harness.requests()).isEqualTo(3);
  }

  private void refuse(int status, String error) {
    server.tokens(request -> Replies.json(status, "{\"error\":\"%s\"}".formatted(error)));
  }

  private void afterOne(MockResponse refusal) {
    server.tokens(
        request -> {
          server.tokens(server::grant);
          return refusal;
        });
  }

  private static MockResponse limited(String retryAfter) {
    return Replies.text(429, "text/plain", "Retry later")
        .newBuilder()
        .setHeader("Retry-After", retryAfter)
        .build();
  }

  private String http(Duration later) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        server.clock.instant().plus(later).atZone(ZoneOffset.UTC));
  }
}
