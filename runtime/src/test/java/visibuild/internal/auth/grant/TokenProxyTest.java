package visibuild.internal.auth.grant;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.RawServer;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Tunnel;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.auth.TokenThreads;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.HttpClients;

/** Faults 43 and 44: slow responses of the token endpoint, proxies and captive portals. */
@Tag("slow")
@Timeout(180)
class TokenProxyTest {
  /** A response of this many bytes, one at a time, would outlast every deadline. */
  private static final int TRICKLE_BYTES = 1_000;

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  @RegisterExtension final Tunnel tunnel = new Tunnel();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  private final TokenThreads real = new TokenThreads();

  @AfterEach
  void endThreads() {
    real.close();
  }

  @Test
  void slowBytes_endWithTheTimeoutOfTheRequest() throws Exception {
    harness.requestTimeout = Duration.ofMillis(500);
    CountDownLatch hangUps = new CountDownLatch(1);
    try (RawServer trickling = new RawServer(client -> trickle(client, hangUps))) {
      harness.origin = trickling.url();

      assertThat(harness.failure(harness.provider()))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("its timeout passed");
      assertThat(hangUps.await(60, SECONDS)).as("the reply was not read to its end").isTrue();
    }
  }

  @Test
  void tokenRequest_hasATimeoutOfTenSeconds() {
    OkHttpClient endless =
        new OkHttpClient.Builder().callTimeout(Duration.ZERO).readTimeout(Duration.ZERO).build();

    assertThat(
            scan.watch(
                HttpClients.forTokens(endless, new Dispatcher(), new ConnectionMonitor())
                    .callTimeoutMillis()))
        .isEqualTo(10_000);
  }

  @Test
  void slowBytes_endAfterThirtySecondsInAll() throws Exception {
    harness.executor = real.workers();
    CountDownLatch asked = new CountDownLatch(1);
    Semaphore bytes = new Semaphore(0);
    try (RawServer trickling = new RawServer(client -> trickle(client, asked, bytes))) {
      harness.origin = trickling.url();
      CachingTokenProvider provider = harness.provider();
      CompletableFuture<Throwable> waiting =
          CompletableFuture.supplyAsync(() -> harness.failure(provider), real.workers());
      assertThat(asked.await(60, SECONDS)).isTrue();
      // The timer starts after the request.
      harness.scheduler.awaitDelay(TokenProviderHarness.TIMEOUT);

      for (int i = 0; i < 3; i++) {
        bytes.release();
        harness.scheduler.advance(Duration.ofSeconds(9));
      }
      assertThat(waiting).as("after 27 s").isNotDone();
      harness.scheduler.advance(Duration.ofSeconds(9));

      assertThat(waiting.get(60, SECONDS))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("No token came from Visibuild within 30 s");
      bytes.release(TRICKLE_BYTES);
    }
  }

  @Test
  void proxyLogin_isNamed() {
    harness.http = new OkHttpClient.Builder().proxy(proxy(server.url("/"))).build();
    harness.origin = HttpUrl.get("http://visibuild.invalid/");
    server.tokens(request -> Replies.empty(407));

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("proxyAuthenticator");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void proxyLoginBeforeTheTunnel_isNamedAndNotTriedAgain() {
    tunnel.refuses(407);
    harness.http = tunnel.client().build();
    harness.origin = tunnel.origin();
    CachingTokenProvider provider = harness.provider();

    assertThat(harness.failure(provider))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("(407); pass them to HttpOptions.proxyCredentials(...)");
    harness.failure(provider);
    assertThat(tunnel.connects()).hasSize(1);
    assertThat(tunnel.inside()).isEmpty();
  }

  @Test
  void proxyPasswordAndSecret_reachOnlyTheirReceivers() throws Exception {
    tunnel.refusesOnce(407);
    tunnel.respond(Replies.token("token-1", "read"));
    harness.http =
        tunnel
            .client()
            .proxyAuthenticator(
                (route, response) ->
                    response
                        .request()
                        .newBuilder()
                        .header("Proxy-Authorization", Credentials.basic("user", "password"))
                        .build())
            .build();
    harness.origin = tunnel.origin();

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
    assertThat(tunnel.connects())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.getHeaders().get("Authorization")).isNull();
              assertThat(request.getBody()).isNull();
            });
    assertThat(tunnel.inside())
        .singleElement()
        .satisfies(request -> assertThat(request.getHeaders().get("Proxy-Authorization")).isNull());
  }

  @Test
  void proxyWithoutTunnel_isNamedAfterThreeAttempts() {
    tunnel.refuses(502);
    harness.http = tunnel.client().build();
    harness.origin = tunnel.origin();

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the proxy opens no tunnel to it (502)");
    assertThat(harness.events(TokenEvent.Requested.class)).hasSize(3);
  }

  @Test
  void captivePortalStatus_isNamed() {
    server.tokens(request -> Replies.text(511, "text/html", "<html>Log in</html>"));

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("captive portal");
  }

  @Test
  void captivePortalPageWithStatus200_isNamed() {
    server.tokens(request -> Replies.text(200, "text/html", "<html>Log in</html>"));

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("perhaps the login page of this network");
  }

  @Test
  void captivePortalRedirect_isNotFollowed() {
    server.tokens(request -> Replies.redirect(302, server.url("/login")));

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("302, a redirect");
    assertThat(server.calls()).isEmpty();
  }

  private static Proxy proxy(HttpUrl url) {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(url.host(), url.port()));
  }

  /** Sends a byte every 50 ms; the client must hang up before the last. */
  private static void trickle(Socket client, CountDownLatch hangUps) throws IOException {
    RawServer.head(client, "Content-Type: application/json");
    try {
      for (int i = 0; i < TRICKLE_BYTES; i++) {
        RawServer.write(client, " ");
        if (RawServer.hangsUp(client, Duration.ofMillis(50))) {
          hangUps.countDown();
          return;
        }
      }
    } catch (SocketException e) {
      // So a client hangs up that has not read all that had come.
      hangUps.countDown();
    }
  }

  /** Sends a byte for each permit of {@code bytes}. */
  private static void trickle(Socket client, CountDownLatch asked, Semaphore bytes)
      throws IOException {
    RawServer.head(client, "Content-Type: application/json");
    asked.countDown();
    try {
      while (bytes.tryAcquire(20, SECONDS)) {
        RawServer.write(client, " ");
      }
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }
}
