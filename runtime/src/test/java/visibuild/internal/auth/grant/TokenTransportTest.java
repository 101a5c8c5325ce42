package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.TokenEvent;
import visibuild.Visibuild;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Sockets;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;

/** Faults 40 to 42, and 45: what happens below HTTP. */
class TokenTransportTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @Test
  void unknownHost_isTriedThreeTimes() {
    harness.http =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    harness.origin = HttpUrl.get("https://visibuild.invalid/");

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the host is unknown");
    assertThat(harness.events(TokenEvent.Requested.class)).hasSize(3);
  }

  @Test
  void refusedConnection_isTriedThreeTimes() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      harness.origin = HttpUrl.get("http://localhost:" + free.getLocalPort() + "/");
    }

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the connection was refused");
    assertThat(harness.events(TokenEvent.Requested.class)).hasSize(3);
  }

  @Test
  void unreachableHost_isTriedThreeTimes() {
    harness.http = unreachable(3);

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("there is no route to the host");
    assertThat(harness.events(TokenEvent.Requested.class)).hasSize(3);
    assertThat(harness.requests()).isZero();
  }

  @Test
  void hostReachableAgain_isReachedByTheThirdAttempt() throws Exception {
    harness.http = unreachable(2);

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
    assertThat(harness.events(TokenEvent.Requested.class)).hasSize(3);
    assertThat(harness.events(TokenEvent.Failed.class)).isEmpty();
  }

  @Test
  void untrustedCertificate_isTriedOnce() throws Exception {
    certificate(new HeldCertificate.Builder().addSubjectAlternativeName("localhost"), false);
  }

  @Test
  void expiredCertificate_isTriedOnce() throws Exception {
    certificate(
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .validityInterval(0, 86_400_000),
        true);
  }

  @Test
  void certificateOfAnotherHost_isTriedOnce() throws Exception {
    certificate(new HeldCertificate.Builder().addSubjectAlternativeName("other.example"), true);
  }

  @Test
  void resetBeforeTheHeaders_isTriedThreeTimes() {
    server.tokens(
        request ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThat(harness.failure(harness.provider())).isInstanceOf(ConnectionException.class);
    assertThat(harness.requests()).isEqualTo(3);
  }

  @Test
  void resetWithinTheBody_isTriedThreeTimes() {
    server.tokens(
        request ->
            server
                .grant(request)
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

    assertThat(harness.failure(harness.provider())).isInstanceOf(ConnectionException.class);
    assertThat(harness.requests()).isEqualTo(3);
  }

  @Test
  void resetAfterTheBody_isNoFailure() throws Exception {
    server.tokens(
        request ->
            server
                .grant(request)
                .newBuilder()
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    harness.advance(Duration.ofHours(1));

    assertThat(harness.authorization(provider)).startsWith("Bearer token-");
    assertThat(harness.requests()).isBetween(2, 3);
  }

  @Test
  void cleartextBaseUrl_isRefused() {
    Throwable refusal =
        catchThrowable(() -> Visibuild.builder().baseUrl("http://app.visibuild.example"));

    assertThat(scan.watch(refusal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"})
  void cleartextLoopback_isAccepted(String url) {
    assertThat(scan.watch(Visibuild.builder().baseUrl(url))).isNotNull();
  }

  /** With one address for the host, so that a try is one connection. */
  private static OkHttpClient unreachable(int tries) {
    AtomicInteger left = new AtomicInteger(tries);
    return new OkHttpClient.Builder()
        .dns(host -> List.of(InetAddress.getByName(host)))
        .socketFactory(
            new Sockets(
                endpoint -> {
                  if (left.getAndDecrement() > 0) {
                    throw new NoRouteToHostException("No route to host");
                  }
                  return endpoint;
                }))
        .build();
  }

  private void certificate(HeldCertificate.Builder builder, boolean trusted) throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate certificate = builder.signedBy(authority).build();
    HandshakeCertificates own =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    HandshakeCertificates.Builder known = new HandshakeCertificates.Builder();
    if (trusted) {
      known.addTrustedCertificate(authority.certificate());
    } else {
      known.addPlatformTrustedCertificates();
    }
    HandshakeCertificates trust = known.build();
    harness.http =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .build();
    try (MockWebServer secure = new MockWebServer()) {
      secure.useHttps(own.sslSocketFactory());
      secure.start();
      harness.origin = secure.url("/").newBuilder().host("localhost").build();

      assertThat(harness.failure(harness.provider()))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("the server's certificate is not trusted");
      assertThat(harness.events(TokenEvent.Requested.class)).hasSize(1);
      assertThat(secure.getRequestCount()).isZero();
    }
  }
}
