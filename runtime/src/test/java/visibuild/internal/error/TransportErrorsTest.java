package visibuild.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.NotFoundException;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** The exception for a failure of the transport. */
class TransportErrorsTest {
  private static final HttpUrl URL = HttpUrl.get("https://host.example/secret-path?q=secret");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UnknownHostException("Unable to resolve"), "the host is unknown"),
        Arguments.of(new UnknownHostException(""), "the host is unknown"),
        Arguments.of(
            new UnknownHostException("com.example.Dns4@1f returned no addresses for host.example"),
            "the host is unknown; check"),
        Arguments.of(
            new UnknownHostException("com.example.Dns4@1f returned no addresses for other.example"),
            "the host other.example of a proxy or a redirect is unknown"),
        Arguments.of(
            new FileNotFoundException("/photo.jpg (No such file or directory)"),
            "a file that it needs could not be read (FileNotFoundException)"),
        Arguments.of(
            new NoSuchFileException("/photo.jpg"),
            "a file that it needs could not be read (NoSuchFileException)"),
        Arguments.of(
            new ProtocolException("expected 5 bytes but received 7"),
            "its body is longer than its contentLength() states"),
        Arguments.of(
            new ProtocolException("expected chunk size and optional extensions but was \"0;\""),
            "the connection failed (ProtocolException)"),
        Arguments.of(
            new UnknownHostException("proxy: Name or service not known"),
            "the host proxy of a proxy or a redirect is unknown"),
        Arguments.of(new UnknownHostException("host.example"), "the host is unknown"),
        Arguments.of(
            new UnknownHostException("HOST.example: Name or service not known"),
            "the host is unknown"),
        Arguments.of(
            new UnknownHostException("proxy.example"),
            "the host proxy.example of a proxy or a redirect is unknown; check the proxy"),
        Arguments.of(
            new UnknownHostException("login.example: Name or service not known"),
            "the host login.example of a proxy or a redirect is unknown; check the proxy"),
        Arguments.of(new SocketException("x"), "the connection failed (SocketException)"),
        Arguments.of(
            new SocketException("SOCKS: Connection refused"),
            "the SOCKS proxy makes no connection"),
        Arguments.of(
            new SocketException("Malformed reply from SOCKS server"),
            "the SOCKS proxy makes no connection to it; see the cause, and check the proxy's"),
        Arguments.of(new ConnectException("x"), "the connection was refused"),
        Arguments.of(new NoRouteToHostException("x"), "there is no route to the host"),
        Arguments.of(
            new IOException("Unexpected response code for CONNECT: 502"),
            "the proxy opens no tunnel to it (502)"),
        Arguments.of(
            new IOException("Failed to authenticate with proxy"),
            "the proxy requires a user name and password (407)"),
        Arguments.of(new CleartextException(), "it was not sent, since it would leave"),
        Arguments.of(
            new SSLHandshakeException("x").initCause(new CertificateException("y")),
            "the server's certificate is not trusted"),
        Arguments.of(new SSLPeerUnverifiedException("x"), "the server's certificate is not"),
        Arguments.of(
            new SSLHandshakeException("Remote host terminated the handshake"),
            "the TLS handshake failed; see the cause"),
        Arguments.of(new SSLException("x"), "the connection failed (SSLException)"),
        Arguments.of(new SocketTimeoutException("x"), "its timeout passed"),
        Arguments.of(new InterruptedIOException("timeout"), "its timeout passed"),
        Arguments.of(new InterruptedIOException("deadline reached"), "its timeout passed"),
        Arguments.of(new InterruptedIOException("interrupted"), "the thread was interrupted"),
        Arguments.of(new IOException("Canceled"), "the call was cancelled"),
        Arguments.of(new IOException("x"), "the connection failed (IOException)"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isSaidInPeoplesWords(IOException failure, String words) {
    assertThat(TransportErrors.of(failure, "GET projects", URL))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("GET projects got no response from host.example: " + words)
        .hasCause(failure);
  }

  @Test
  void aCarriedFailureIsTakenOut() {
    ConnectionException meant = new ConnectionException("meant", null);

    assertThat(TransportErrors.of(new WrappedApiIOException(meant), "GET projects", URL))
        .isSameAs(meant);
  }

  @Test
  void aServerThatHangsUpIsAConnectionFailure() {
    server.calls(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("GET api/core/v1/projects/{id} got no response from ");
  }

  @Test
  void aCallThatIsCancelledInTheMiddleOfItsBodyReportsIt() {
    Call<Project> call = server.readCalls().project("p1");
    server.calls(
        request -> {
          call.cancel();
          return Replies.json(Replies.PROJECT);
        });

    assertThatThrownBy(() -> ClientCalls.execute(call))
        .isInstanceOf(ConnectionException.class)
        .hasMessageEndingWith("the call was cancelled.");
  }

  @Test
  void aCallThatIsCancelledReportsItHoweverItFails() {
    assertThat(TransportErrors.of(new SocketException("Socket closed"), "GET projects", URL, true))
        .hasMessageEndingWith("the call was cancelled.");
  }

  @Test
  void aTimedOutCallIsNotReportedAsCancelled() {
    assertThat(TransportErrors.of(new InterruptedIOException("timeout"), "GET projects", URL, true))
        .hasMessageEndingWith("its timeout passed.");
  }

  @Test
  void aCallOnAClientWhoseThreadsHaveEndedReportsIt() {
    OkHttpClient http = new OkHttpClient();
    Calls calls =
        server
            .open(server.builder(ClientCredentials.of("id", "secret", Scope.READ)).httpClient(http))
            .readAccess()
            .implement(Calls.class);
    http.dispatcher().executorService().shutdown();

    assertThatThrownBy(() -> ClientCalls.async(calls.project("p1")).get(60, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("it was not sent, because the HTTP client's threads have ended");
  }

  @Test
  void anErrorWhoseBodyBreaksOffIsStillThatError() {
    server.calls(
        Replies.json(404, "x".repeat(100_000))
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(NotFoundException.class);
  }
}
