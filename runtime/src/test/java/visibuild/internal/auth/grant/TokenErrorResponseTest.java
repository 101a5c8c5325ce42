package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.RateLimitedException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.ServerException;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Forms;
import visibuild.fixture.Replies;

/** The exception for an error of the token endpoint: by its {@code error}, then by its status. */
@Tag("slow")
class TokenErrorResponseTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403})
  void invalidClientIsAnAuthenticationFailureWhateverItsStatus(int status) {
    refuse(status, "{\"error\":\"invalid_client\",\"error_description\":\"Unknown client\"}");

    assertThatThrownBy(this::call)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("does not accept the client id or the client secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void unauthorizedClientIsAnAuthenticationFailure(int status) {
    refuse(status, "{\"error\":\"unauthorized_client\"}");

    assertThatThrownBy(this::call)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("unauthorized_client");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void invalidScopeIsAScopeThatIsNotGranted(int status) {
    refuse(status, "{\"error\":\"invalid_scope\"}");

    assertThatThrownBy(this::call)
        .isInstanceOfSatisfying(
            ScopeNotGrantedException.class,
            refusal -> {
              assertThat(refusal.requested()).isEqualTo(Scope.READ);
              assertThat(refusal.granted()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({"400, server_error", "500, server_error", "400, temporarily_unavailable"})
  void aFailureOfTheServerIsOneWhateverItsStatus(int status, String error) {
    refuse(status, "{\"error\":\"%s\"}".formatted(error));

    assertThatThrownBy(this::call).isInstanceOf(ServerException.class);
  }

  @ParameterizedTest
  @CsvSource({"400, invalid_request", "400, unsupported_grant_type", "400, invalid_grant"})
  void anotherErrorIsNamed(int status, String error) {
    refuse(status, "{\"error\":\"%s\"}".formatted(error));

    assertThatThrownBy(this::call)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("POST oauth/token failed with status 400 (" + error + "): the token")
        .hasMessageNotContaining("which no token endpoint sends");
  }

  @ParameterizedTest
  @ValueSource(ints = {421, 425})
  void anUnprocessedRequest_isRepeated(int status) {
    AtomicInteger requests = new AtomicInteger();
    server.tokens(
        request -> requests.getAndIncrement() == 0 ? Replies.empty(status) : server.grant(request));

    call();

    assertThat(requests).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aRefusalWithoutAnErrorMemberIsAnAuthenticationFailure(int status) {
    refuse(status, "");

    assertThatThrownBy(this::call)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("failed with status " + status);
  }

  @Test
  void aPageThatIsNotFoundAsksForTheBaseUrl() {
    server.tokens(request -> Replies.text(404, "text/html", "<html>Not found</html>"));

    assertThatThrownBy(this::call)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("404")
        .hasMessageContaining("Is the base URL right?");
  }

  @Test
  void tooManyRequestsSayHowLongToWait() {
    server.tokens(
        request ->
            Replies.text(429, "text/plain", "Retry later")
                .newBuilder()
                .setHeader("Retry-After", "45")
                .build());

    assertThatThrownBy(this::call)
        .isInstanceOfSatisfying(
            RateLimitedException.class, refusal -> assertThat(refusal.retryAfter()).hasSeconds(45));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aServerThatFailsIsAServerFailure(int status) {
    server.tokens(request -> Replies.text(status, "text/html", "<html>Sorry</html>"));

    assertThatThrownBy(this::call)
        .isInstanceOfSatisfying(
            ServerException.class, failure -> assertThat(failure.status()).isEqualTo(status));
  }

  @Test
  void aServerThatRepeatsTheFormDoesNotBringTheSecretIntoTheException() {
    server.tokens(request -> Replies.text(500, "text/html", Forms.text(request)));

    assertThatThrownBy(this::call)
        .isInstanceOfSatisfying(
            ServerException.class,
            failure -> assertThat(failure.body()).doesNotContain(FakeVisibuild.CLIENT_SECRET));
  }

  @Test
  void anEndpointThatBreaksOffIsAConnectionFailure() {
    server.tokens(
        request ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThatThrownBy(this::call)
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "POST oauth/token (for GET api/core/v1/projects/{id}) got no response from ");
  }

  @Test
  void aTokenResponseThatBreaksOffIsNoMissingResponse() {
    server.tokens(
        request ->
            Replies.token("token-1", "read")
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

    assertThatThrownBy(this::call)
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "POST oauth/token (for GET api/core/v1/projects/{id}) got a response from ")
        .hasMessageContaining(" that broke off: the connection failed");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500})
  void noCallGoesOutWithoutAToken(int status) {
    refuse(status, "");

    assertThatThrownBy(this::call).isInstanceOf(RuntimeException.class);
    assertThat(server.calls()).isEmpty();
  }

  private void refuse(int status, String body) {
    server.tokens(request -> Replies.json(status, body));
  }

  private void call() {
    ClientCalls.execute(server.readCalls().project("p1"));
  }
}
