package visibuild.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Invocation;
import visibuild.ConnectionException;
import visibuild.RequestOptions;
import visibuild.fixture.SearchApiClient;
import visibuild.internal.error.WrappedApiIOException;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.Origin;
import visibuild.internal.time.ExponentialBackoff;

/** Which calls are repeated, when, and how often. */
class RetryInterceptorTest {
  private static final HttpUrl URL = HttpUrl.get("https://app.apac.visibuild.com/x");
  private static final Duration MAX_WAIT = Duration.ofMinutes(2);
  private static final Request READ = new Request.Builder().url(URL).build();
  private static final Request WRITE =
      new Request.Builder().url(URL).post(RequestBody.EMPTY).build();

  private final ClockedWaiting waiting = new ClockedWaiting();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final RetryLog log = RetryLog.to((level, line) -> logged.add(level + " " + line));
  private final RetryPolicy policy =
      new RetryPolicy(3, MAX_WAIT, backoff(), waiting, log, new SpentRetries());
  private final RateLimits limits = new RateLimits(Duration.ZERO, waiting::nanos, log);
  private final ConnectionMonitor connections = new ConnectionMonitor();
  private final Deque<Object> script = new ArrayDeque<>();
  private int sent;

  @ParameterizedTest
  @ValueSource(ints = {408, 421, 425, 429, 502, 503, 504})
  void aReadIsRepeatedAfterAnErrorThatMayPass(int status) throws Exception {
    assertThat(codeOf(READ, status, 200)).isEqualTo(200);
    assertThat(sent).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422, 500, 501})
  void aReadIsNotRepeatedAfterAnErrorThatStays(int status) throws Exception {
    assertThat(codeOf(READ, status, 200)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 502, 503, 504})
  void aWriteIsNotRepeatedWhereTheServerMayHaveActed(int status) throws Exception {
    assertThat(codeOf(WRITE, status, 200)).isEqualTo(status);
  }

  /** Misdirected request, too early, too many requests. */
  @ParameterizedTest
  @ValueSource(ints = {421, 425, 429})
  void aWriteIsRepeatedAfterAStatusThatDeniesProcessing(int status) throws Exception {
    assertThat(codeOf(WRITE, status, 200)).isEqualTo(200);
  }

  @Test
  void aWriteIsRepeatedIfTheServerStatesWhen() throws Exception {
    assertThat(codeOf(WRITE, "503 after 7", 200)).isEqualTo(200);
    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aWriteIsRepeatedWhereTheConnectionWasRefused() throws Exception {
    assertThat(codeOf(WRITE, new ConnectException("refused"), 200)).isEqualTo(200);
  }

  @Test
  void aWriteOfWhichNothingWasSentIsRepeated() throws Exception {
    assertThat(codeOf(WRITE, new NotSent(), 200)).isEqualTo(200);
  }

  @Test
  void aWriteThatWasSentOnceAndThenCouldNotConnectIsRepeatedOnlyForTheSecondFailure() {
    assertThatThrownBy(() -> codeOf(WRITE, new NotSent(), new IOException("broke off"), 200))
        .hasMessage("broke off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCEL", "INTERNAL_ERROR", "NO_ERROR", "PROTOCOL_ERROR"})
  void aWriteWhoseStreamWasResetWithAnotherCodeIsNotRepeated(String code) {
    IOException reset = new IOException("stream was reset: " + code);

    assertThatThrownBy(() -> codeOf(WRITE, reset, 200)).isSameAs(reset);
  }

  @Test
  void aWriteWhoseStreamWasRefusedIsRepeatedAtOnceAndThenAfterWaits() throws Exception {
    IOException refused = new IOException("stream was reset: REFUSED_STREAM");

    assertThat(codeOf(WRITE, refused, refused, 200)).isEqualTo(200);
    assertThat(waiting.waits).hasSize(1);
  }

  @Test
  void aStreamThatIsAlwaysRefusedFailsAfterTheLastRetry() {
    IOException refused = new IOException("stream was reset: REFUSED_STREAM");

    assertThatThrownBy(() -> codeOf(WRITE, refused, refused, refused, refused, refused, 200))
        .isSameAs(refused);
    assertThat(sent).isEqualTo(5);
  }

  @Test
  void anInterruptedReadOfAChannelIsNotRepeated() {
    IOException interrupted = new ClosedByInterruptException();

    assertThatThrownBy(() -> codeOf(READ, interrupted, 200)).isSameAs(interrupted);
  }

  @Test
  void aWaitBeyondTheCeilingIsNotBegun() throws Exception {
    assertThat(codeOf(READ, "503 after 121", 200)).isEqualTo(503);
    assertThat(waiting.waits).isEmpty();
  }

  @Test
  void theWaitsOfOneCallTogetherKeepTheCeiling() throws Exception {
    assertThat(codeOf(READ, "503 after 70", "503 after 60", 200)).isEqualTo(503);
    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(70));
  }

  /** Twice 60 s are allowed; with the back-off between them they are too much. */
  @Test
  void waitsBeforeAndAfterABodyThatBreaksOff_keepTheCeilingTogether() throws Exception {
    Request next = READ.newBuilder().build();
    assertThat(codeOf(READ, "503 after 60", 200)).isEqualTo(200);
    assertThat(policy.await(READ, 1, () -> false, Long.MAX_VALUE)).isTrue();
    policy.carry(READ, next);

    assertThat(codeOf(next, "429 after 60", 200)).isEqualTo(429);

    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(60), backoff().before(2));
  }

  @Test
  void aLongWaitIsLoggedWithItsReasonAndAShortOneIsNot() throws Exception {
    codeOf(READ, "503 after 2", "503 after 7", 200);

    assertThat(logged)
        .containsExactly("INFO GET /x waits for 7.0 s, because the server responded with 503.");
  }

  @Test
  void aWriteIsNotRepeatedWhereTheConnectionBrokeOff() {
    assertThatThrownBy(() -> codeOf(WRITE, new IOException("broke off"), 200))
        .hasMessage("broke off");
  }

  @Test
  void aWriteMarkedAsIdempotentIsRepeatedLikeARead() throws Exception {
    Request idempotent =
        WRITE.newBuilder().tag(RequestOptions.class, RequestOptions.none().idempotent()).build();

    assertThat(codeOf(idempotent, new IOException("broke off"), 502, 200)).isEqualTo(200);
  }

  @Test
  void aPostThatOnlyReadsIsRepeatedAsARead() throws Exception {
    Request search =
        WRITE
            .newBuilder()
            .url(Objects.requireNonNull(URL.resolve("/api/core/v1/projects/search")))
            .tag(Invocation.class, SearchApiClient.searchInvocation())
            .build();

    assertThat(codeOf(search, 503, 200)).isEqualTo(200);
  }

  @Test
  void aReadIsRepeatedWhereTheConnectionBrokeOff() throws Exception {
    assertThat(codeOf(READ, new IOException("broke off"), new SocketTimeoutException(), 200))
        .isEqualTo(200);
  }

  @Test
  void aCertificateThatIsNotTrustedIsNotTriedAgain() {
    SSLHandshakeException untrusted = new SSLHandshakeException("untrusted");
    untrusted.initCause(new CertificateException("no path"));

    assertThatThrownBy(() -> codeOf(READ, untrusted, 200)).isSameAs(untrusted);
  }

  @Test
  void aNameThatTheCertificateDoesNotHaveIsNotTriedAgain() {
    SSLPeerUnverifiedException another = new SSLPeerUnverifiedException("another host");

    assertThatThrownBy(() -> codeOf(READ, another, 200)).isSameAs(another);
  }

  @Test
  void aHandshakeThatWasCutIsTriedAgain() throws Exception {
    SSLHandshakeException cut = new SSLHandshakeException("Remote host terminated the handshake");

    assertThat(codeOf(READ, cut, 200)).isEqualTo(200);
  }

  @Test
  void aFailureOfOursIsNotTriedAgain() {
    WrappedApiIOException noToken =
        new WrappedApiIOException(new ConnectionException("no token", null));

    assertThatThrownBy(() -> codeOf(READ, noToken, 200)).isSameAs(noToken);
  }

  @Test
  void afterTheLastRepetitionTheErrorIsTheResponse() throws Exception {
    assertThat(codeOf(READ, 503, 503, 502, 504, 200)).isEqualTo(504);
    assertThat(sent).isEqualTo(4);
  }

  @Test
  void aBodyThatCanBeSentOnceIsNotRepeated() throws Exception {
    RequestBody once =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return null;
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) {}
        };

    assertThat(codeOf(WRITE.newBuilder().post(once).build(), 429, 200)).isEqualTo(429);
  }

  @Test
  void theWaitIsRandomUpToABoundThatDoubles() throws Exception {
    codeOf(READ, 502, 502, 502, 200);

    ExponentialBackoff same = backoff();
    assertThat(waiting.waits)
        .containsExactly(same.before(1), same.before(2), same.before(3))
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
  }

  @Test
  void tooManyRequestsWithoutMoreMeansAMinute() throws Exception {
    codeOf(READ, 429, 200);

    assertThat(waiting.waits).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void afterTooManyRequestsTheOthersWaitToo() throws Exception {
    codeOf(READ, 429, 200);
    waiting.waits.clear();
    limits.pause(READ, Duration.ofSeconds(30));

    codeOf(READ, 200);

    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aWaitBeyondTheDeadlineIsNotBegun() throws Exception {
    script.addAll(Arrays.asList(429, 200));
    Call call = client().newCall(READ);
    call.timeout().timeout(5, TimeUnit.SECONDS);

    try (Response response = call.execute()) {
      assertThat(response.code()).isEqualTo(429);
    }
    assertThat(waiting.waits).isEmpty();
  }

  @Test
  void aCancelledCallIsNotRepeated() {
    script.addAll(Arrays.asList(503, 200));
    Call call = client(Call::cancel).newCall(READ);

    assertThatThrownBy(call::execute).hasMessage("Canceled");
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void anotherOriginIsNotTheConcernOfThis() throws Exception {
    Request elsewhere = READ.newBuilder().url("https://storage.example/x").build();

    assertThat(codeOf(elsewhere, 503, 200)).isEqualTo(503);
  }

  /** A failure before anything was sent. */
  private static final class NotSent extends SSLHandshakeException {
    private static final long serialVersionUID = 1L;

    NotSent() {
      super("Remote host terminated the handshake");
    }
  }

  private int codeOf(Request request, Object... replies) throws IOException {
    script.addAll(Arrays.asList(replies));
    try (Response response = client().newCall(request).execute()) {
      return response.code();
    }
  }

  /** A back-off whose random part is the same each time. */
  private static ExponentialBackoff backoff() {
    return new ExponentialBackoff(
        Duration.ZERO,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        () -> new Random(7).nextLong());
  }

  private OkHttpClient client() {
    return client(call -> {});
  }

  private OkHttpClient client(Consumer<Call> onSend) {
    return new OkHttpClient.Builder()
        .addInterceptor(
            new RetryInterceptor(
                Origin.of(URL), policy, limits, connections, Interceptor.Chain::proceed))
        .addInterceptor(
            chain -> {
              sent++;
              onSend.accept(chain.call());
              return play(chain);
            })
        .build();
  }

  private Response play(Interceptor.Chain chain) throws IOException {
    Object next = script.remove();
    if (!(next instanceof NotSent)) {
      connections.recordSent(chain.call());
    }
    if (next instanceof IOException failure) {
      throw failure;
    }
    String[] words = next.toString().split(" after ", 2);
    Response.Builder response =
        new Response.Builder()
            .request(chain.request())
            .protocol(Protocol.HTTP_1_1)
            .code(Integer.parseInt(words[0]))
            .message("")
            .body(ResponseBody.EMPTY);
    if (words.length > 1) {
      response.header("Retry-After", words[1]);
    }
    return response.build();
  }
}
