package visibuild.internal.auth.grant;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Forms;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.auth.TokenThreads;

/**
 * Fault cases 71 to 73, and 75: the secret. That it shows nowhere is looked at in all other cases
 * too.
 */
@Tag("slow")
@Timeout(180)
class SecretSourceTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @Test
  void secretWithSpecialCharacters_arrivesUnchanged() {
    String secret = "sentinel-all-1a+b % & = : / c é 😀";

    call(scan.watch(ClientCredentials.of("id", secret, Scope.READ)));

    assertThat(Forms.of(server.tokenRequests().get(0))).containsEntry("client_secret", secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " "})
  void secretWithATrailingLineBreak_isRefusedAndNotSent(String end) {
    Supplier<String> file = () -> FakeVisibuild.CLIENT_SECRET + end;

    assertThat(failure(ClientCredentials.of("id", file, Scope.READ)))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("begins or ends with white space");
    assertThat(harness.requests()).isZero();
  }

  @Test
  void supplierThatThrows_isNamedByTypeOnly() {
    Supplier<String> supplier =
        () -> {
          throw new IllegalArgumentException("cannot parse sentinel-secret-4711");
        };

    assertThat(failure(ClientCredentials.of("id", supplier, Scope.READ)))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("could not be read (java.lang.IllegalArgumentException)");
  }

  @Test
  void supplierThatReturnsNull_isNamed() {
    Supplier<String> supplier = () -> null;

    assertThat(failure(ClientCredentials.of("id", supplier, Scope.READ)))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("The client secret is missing");
  }

  @Test
  void slowSupplier_endsTheWait() throws Exception {
    TokenThreads real = new TokenThreads();
    CountDownLatch end = new CountDownLatch(1);
    harness.executor = real.workers();
    harness.timeout = Duration.ofMillis(200);
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    harness.secret =
        () -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return FakeVisibuild.CLIENT_SECRET;
        };

    CachingTokenProvider provider = harness.provider();
    CompletableFuture<Object> waiting = Threads.started(() -> harness.failure(provider));
    harness.scheduler.awaitDelay(SecretReader.TIMEOUT);
    harness.scheduler.awaitDelay(harness.timeout);
    harness.scheduler.advance(harness.timeout);

    assertThat(waiting.get(60, SECONDS)).isInstanceOf(ConnectionException.class);
    end.countDown();
    real.close();
  }

  @Test
  void bodyLoggerOnTheUsersClient_neverSeesTheTokenRequest() {
    List<String> bodies = new CopyOnWriteArrayList<>();
    OkHttpClient logging =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  Buffer body = new Buffer();
                  if (chain.request().body() != null) {
                    chain.request().body().writeTo(body);
                  }
                  bodies.add(chain.request().url() + " " + body.readUtf8());
                  return chain.proceed(chain.request());
                })
            .build();
    Visibuild visibuild =
        server.open(
            server
                .builder(ClientCredentials.of("id", FakeVisibuild.CLIENT_SECRET, Scope.READ))
                .httpClient(logging));

    ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1"));

    bodies.forEach(scan::watch);
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(bodies).hasSize(1).noneMatch(body -> body.contains("client_secret"));
  }

  private Throwable failure(ClientCredentials credential) {
    server.tokens(request -> Replies.empty(500));
    return scan.watch(catchThrowable(() -> call(credential)));
  }

  private void call(ClientCredentials credential) {
    Visibuild visibuild = server.open(server.builder(credential));
    ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1"));
  }
}
