package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ApiException;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Credential;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.Sockets;
import visibuild.fixture.Tunnel;

/** Proxies carry calls, and read neither token nor secret. */
class ProxyTest {
  private static final Credential OAUTH =
      ClientCredentials.of("id", FakeVisibuild.CLIENT_SECRET, Scope.READ);
  private static final String PROXY_LOGIN = "Proxy-Authorization";
  private static final Credential LEGACY = LegacyToken.of("sentinel-token-4712", Scope.READ);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final Tunnel tunnel = new Tunnel();

  @Test
  void aProxyOfAnHttpsServerReadsNoTokenAndTheServerNoPasswordOfTheProxy() {
    tunnel.refusesOnce(407);
    tunnel.respond(
        request ->
            request.getUrl().encodedPath().equals("/oauth/token")
                ? server.grant(request)
                : Replies.json(Replies.PROJECT));
    OkHttpClient.Builder http =
        tunnel
            .client()
            .proxyAuthenticator(
                (route, response) ->
                    response
                        .request()
                        .newBuilder()
                        .header("Proxy-Authorization", Credentials.basic("user", "password"))
                        .build());

    ClientCalls.execute(
        calls(Visibuild.builder().baseUrl(tunnel.origin().toString()), OAUTH, http).project("p1"));

    assertThat(tunnel.connects())
        .extracting(request -> request.getHeaders().get("Authorization"))
        .containsExactly(null, null);
    assertThat(tunnel.inside())
        .extracting(request -> request.getHeaders().get("Authorization"))
        .containsExactly(null, "Bearer token-1");
    assertThat(tunnel.inside())
        .allSatisfy(
            request -> assertThat(request.getHeaders().get("Proxy-Authorization")).isNull());
  }

  @Test
  void aServerThatAsksForAProxyLoginWithinTheTunnel_getsNone() {
    tunnel.respond(request -> Replies.empty(407));

    assertThatThrownBy(() -> ClientCalls.execute(tunnelled(LEGACY, loggingIn()).project("p1")))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("407");
    assertThat(proxyLogins()).containsExactly((String) null);
  }

  /** As OkHttp leaves it on a request that is redirected from http to https. */
  @Test
  void aProxyLoginOnARequestToAServer_isRemoved() {
    tunnel.respond(request -> Replies.json(Replies.PROJECT));
    OkHttpClient.Builder http =
        tunnel
            .client()
            .addNetworkInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header(PROXY_LOGIN, "Basic secret").build()));

    ClientCalls.execute(tunnelled(LEGACY, http).project("p1"));

    assertThat(proxyLogins()).containsExactly((String) null);
  }

  private List<String> proxyLogins() {
    return tunnel.inside().stream().map(request -> request.getHeaders().get(PROXY_LOGIN)).toList();
  }

  private OkHttpClient.Builder loggingIn() {
    return tunnel
        .client()
        .proxyAuthenticator(
            (route, response) ->
                response.request().header(PROXY_LOGIN) != null
                    ? null
                    : response.request().newBuilder().header(PROXY_LOGIN, "Basic secret").build());
  }

  private Calls tunnelled(Credential credential, OkHttpClient.Builder http) {
    return calls(
        Visibuild.builder().baseUrl(tunnel.origin().toString()).retries(0), credential, http);
  }

  @Test
  void aSecretIsNotSentToAProxyInPlainText() {
    assertThatThrownBy(() -> ClientCalls.execute(home(OAUTH, byProxy("192.0.2.1")).project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("it would leave this machine unencrypted");
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void aTokenIsNotSentToAProxyInPlainText() {
    assertThatThrownBy(() -> ClientCalls.execute(home(LEGACY, byProxy("192.0.2.1")).project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("it would leave this machine unencrypted");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void aTokenIsNotSentInPlainTextWhereLocalhostIsAnotherMachine() {
    OkHttpClient.Builder http =
        detour().dns(host -> List.of(InetAddress.getByAddress(host, new byte[] {10, 0, 0, 1})));

    assertThatThrownBy(() -> ClientCalls.execute(home(LEGACY, http).project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("it would leave this machine unencrypted");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void aProxyOnTheLoopbackMayReadWhatIsOnTheLoopback() {
    ClientCalls.execute(home(OAUTH, byProxy("127.0.0.1")).project("p1"));

    assertThat(server.authorizations()).containsExactly("Bearer token-1");
  }

  @Test
  void aCallWithoutATokenMayGoAnywhere() {
    String url = "http://files.example/photo.jpg";

    ClientCalls.execute(home(OAUTH, byProxy("192.0.2.1")).at(url)).close();

    assertThat(server.authorizations()).containsExactly((String) null);
  }

  private OkHttpClient.Builder byProxy(String address) {
    return detour().proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address, 3128)));
  }

  /** Whatever the address, the connection leads to the test's server. */
  private OkHttpClient.Builder detour() {
    return new OkHttpClient.Builder()
        .socketFactory(
            new Sockets(
                wanted ->
                    new InetSocketAddress(
                        InetAddress.getByName(server.url("/").host()), server.url("/").port())));
  }

  private Calls home(Credential credential, OkHttpClient.Builder http) {
    return calls(server.builder(credential), credential, http);
  }

  private Calls calls(Visibuild.Builder builder, Credential credential, OkHttpClient.Builder http) {
    return server
        .open(builder.credential(credential).httpClient(http.build()))
        .readAccess()
        .implement(Calls.class);
  }
}
