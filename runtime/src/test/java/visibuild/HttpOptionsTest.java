package visibuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.Tunnel;

/** Timeouts, proxy, TLS and connections apply to calls and to token requests. */
@Tag("slow")
class HttpOptionsTest {
  private static final Credential CREDENTIAL = ClientCredentials.of("id", "secret", Scope.READ);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final Tunnel tunnel = new Tunnel();

  @Test
  void aPageOfThousandsOfRecordsHasAMinuteWhereNothingIsSaid() {
    OkHttpClient client = HttpOptions.defaults().client();

    assertThat(client.readTimeoutMillis()).isEqualTo(60_000);
    assertThat(client.connectTimeoutMillis()).isEqualTo(10_000);
    assertThat(client.writeTimeoutMillis()).isEqualTo(10_000);
  }

  @Test
  void timeoutsAreTheClients() {
    OkHttpClient client =
        HttpOptions.defaults()
            .connectTimeout(Duration.ofSeconds(1))
            .readTimeout(Duration.ofSeconds(2))
            .writeTimeout(Duration.ofSeconds(3))
            .client();

    assertThat(client.connectTimeoutMillis()).isEqualTo(1_000);
    assertThat(client.readTimeoutMillis()).isEqualTo(2_000);
    assertThat(client.writeTimeoutMillis()).isEqualTo(3_000);
  }

  @Test
  void aCallWithoutAResponseEndsAtTheReadTimeout() {
    server.calls(
        request -> Replies.json(Replies.PROJECT).newBuilder().headersDelay(5, SECONDS).build());
    // A token need not be asked for, since that request has the same timeout.
    LegacyToken token = LegacyToken.of("legacy-token", Scope.READ);
    HttpOptions options = HttpOptions.defaults().readTimeout(Duration.ofMillis(100));
    Calls calls = calls(server.builder(token).http(options));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageEndingWith("its timeout passed.");
  }

  @Test
  void aProxyIsGoneByAndLoggedInAt() {
    HttpOptions office =
        byProxy().proxyCredentials("user", "password").trustedCertificates(tunnel.certificate());

    assertThat(ClientCalls.execute(behindProxy(office).project("p1")).name()).isEqualTo("Tower");

    assertThat(tunnel.connects())
        .extracting(request -> request.getHeaders().get("Proxy-Authorization"))
        .containsExactly(Credentials.basic("user", "password"));
  }

  /** ISO 8859-1 has no such character, and would send a question mark. */
  @Test
  void aPasswordBeyondLatin1IsSentAsUtf8() {
    HttpOptions office =
        byProxy().proxyCredentials("user", "\u6f22").trustedCertificates(tunnel.certificate());

    assertThat(ClientCalls.execute(behindProxy(office).project("p1")).name()).isEqualTo("Tower");

    assertThat(tunnel.connects())
        .extracting(request -> request.getHeaders().get("Proxy-Authorization"))
        .containsExactly(Credentials.basic("user", "\u6f22", UTF_8));
  }

  /** RFC 7617 allows both; some proxies take a token as the password of no user. */
  @ParameterizedTest
  @CsvSource({"'',token", "user,'password '", "' user ',' password'"})
  void aLoginWithoutAUserOrWithSpacesAtItsEndsIsSentAsGiven(String user, String password) {
    HttpOptions office =
        byProxy().proxyCredentials(user, password).trustedCertificates(tunnel.certificate());

    assertThat(ClientCalls.execute(behindProxy(office).project("p1")).name()).isEqualTo("Tower");

    assertThat(tunnel.connects())
        .extracting(request -> request.getHeaders().get("Proxy-Authorization"))
        .containsExactly(Credentials.basic(user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sentinel\n",
        "sentinel\n ",
        "sentinel\t",
        "sentinel\u200b",
        "\ufeffsentinel",
        "sent\ufffdinel",
        "a\u0000sentinel",
        " "
      })
  void aPasswordThatNoLoginHasIsRefusedWithoutAnyPartOfIt(String password) {
    assertThatThrownBy(() -> HttpOptions.defaults().proxyCredentials("user", password))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The password for the proxy ")
        .hasMessageNotContaining("sentinel")
        .hasMessageNotContaining("Visibuild");
  }

  @Test
  void aMissingLoginAndAColonInTheUserNameAreRefused() {
    assertThatThrownBy(() -> HttpOptions.defaults().proxyCredentials("user", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password for the proxy is missing");
    assertThatThrownBy(() -> HttpOptions.defaults().proxyCredentials("user:sentinel", "p"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colon at index 4")
        .hasMessageNotContaining("sentinel");
    assertThat(HttpOptions.defaults().proxyCredentials("user", "")).isNotNull();
  }

  @Test
  void aLoginThatTheProxyRefusesIsNotTriedAgain() {
    tunnel.refuses(407);
    HttpOptions office =
        byProxy().proxyCredentials("user", "sentinel").trustedCertificates(tunnel.certificate());

    assertThatThrownBy(() -> ClientCalls.execute(behindProxy(office).project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("proxy")
        .hasMessageNotContaining("sentinel");
    assertThat(tunnel.connects()).hasSize(1);
  }

  @Test
  void withoutAProxyTheJvmsPropertiesAreOverruled() {
    assertThat(HttpOptions.defaults().noProxy().client().proxy()).isEqualTo(Proxy.NO_PROXY);
  }

  @Test
  void aServerWithAnUntrustedCertificateGetsNoRequest() {
    assertThatThrownBy(() -> ClientCalls.execute(behindProxy(byProxy()).project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("check the certificates that this program trusts");
    assertThat(tunnel.inside()).isEmpty();
  }

  @Test
  void certificatesOfAFileAreTrusted(@TempDir Path folder) throws Exception {
    Path pem = folder.resolve("ca.pem");
    String base64 = Base64.getMimeEncoder().encodeToString(tunnel.certificate().getEncoded());
    Files.writeString(
        pem, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n", UTF_8);

    Project project =
        ClientCalls.execute(behindProxy(byProxy().trustedCertificates(pem)).project("p1"));

    assertThat(project.name()).isEqualTo("Tower");
  }

  @Test
  void theJvmsCertificatesStayTrusted() {
    int usual = HttpOptions.defaults().client().x509TrustManager().getAcceptedIssuers().length;

    OkHttpClient client = HttpOptions.defaults().trustedCertificates(tunnel.certificate()).client();

    assertThat(client.x509TrustManager().getAcceptedIssuers())
        .hasSize(usual + 1)
        .contains(tunnel.certificate());
  }

  @Test
  void tlsOfTheProgramsOwnIsUsed() {
    HandshakeCertificates own =
        new HandshakeCertificates.Builder().addTrustedCertificate(tunnel.certificate()).build();

    SSLSocketFactory sockets = own.sslSocketFactory();
    X509TrustManager trust = own.trustManager();

    OkHttpClient client = HttpOptions.defaults().sslSocketFactory(sockets, trust).client();

    assertThat(client.sslSocketFactory()).isSameAs(sockets);
    assertThat(client.x509TrustManager()).isSameAs(trust);
  }

  @Test
  void aFileWithoutCertificatesIsRefusedByItsName(@TempDir Path folder) throws Exception {
    Path pem = Files.writeString(folder.resolve("ca.pem"), "nothing", UTF_8);

    assertThatThrownBy(() -> HttpOptions.defaults().trustedCertificates(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ca.pem holds no X.509 certificates; give a PEM file");
    assertThatThrownBy(() -> HttpOptions.defaults().trustedCertificates(folder.resolve("none.pem")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.pem cannot be read");
    assertThatThrownBy(() -> HttpOptions.defaults().trustedCertificates())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give at least one");
  }

  @Test
  void noTwoClientsShareConnectionsOrThreads() {
    HttpOptions options =
        HttpOptions.defaults().connectionPool(2, Duration.ofMinutes(1)).maxConcurrentRequests(9);
    OkHttpClient client = options.client();

    assertThat(client.dispatcher().getMaxRequests()).isEqualTo(9);
    assertThat(client.dispatcher().getMaxRequestsPerHost()).isEqualTo(9);
    assertThat(options.client().connectionPool()).isNotSameAs(client.connectionPool());
    assertThat(options.client().dispatcher()).isNotSameAs(client.dispatcher());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    HttpOptions options = HttpOptions.defaults();

    assertThat(
            List.<Runnable>of(
                () -> options.connectTimeout(Duration.ZERO),
                () -> options.readTimeout(Duration.ofSeconds(-1)),
                () -> options.writeTimeout(Duration.ofNanos(1)),
                () -> options.proxy("proxy.example.com", 99_999),
                () -> options.connectionPool(-1, Duration.ofMinutes(1)),
                () -> options.connectionPool(1, Duration.ZERO),
                () -> options.maxConcurrentRequests(0)))
        .allSatisfy(
            mistake ->
                assertThatThrownBy(mistake::run).isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void aClientOfTheUsersAndOptionsAreTooMuch() {
    Visibuild.Builder both =
        server.builder(CREDENTIAL).http(HttpOptions.defaults()).httpClient(new OkHttpClient());

    assertThatThrownBy(both::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Both http(...) and httpClient(...) configure the transport");
  }

  private HttpOptions byProxy() {
    return HttpOptions.defaults().proxy(tunnel.proxy().host(), tunnel.proxy().port());
  }

  private Calls behindProxy(HttpOptions options) {
    tunnel.respond(
        request ->
            request.getUrl().encodedPath().equals("/oauth/token")
                ? server.grant(request)
                : Replies.json(Replies.PROJECT));
    return calls(server.builder(CREDENTIAL).baseUrl(tunnel.origin().toString()).http(options));
  }

  private Calls calls(Visibuild.Builder builder) {
    return server.open(builder).readAccess().implement(Calls.class);
  }
}
