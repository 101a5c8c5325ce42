package visibuild.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ApiException;
import visibuild.ForbiddenException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.Project;
import visibuild.fixture.RawServer;
import visibuild.fixture.Replies;

/** The exception for each error status. */
class StatusTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestException",
    "403, ForbiddenException",
    "404, NotFoundException",
    "405, ApiException",
    "409, ApiException",
    "418, ApiException",
    "422, InvalidRequestException",
    "429, RateLimitedException",
    "500, ServerException",
    "502, ServerException",
    "503, ServerException",
    "599, ServerException"
  })
  void hasItsException(int status, String exception) {
    server.calls(Replies.empty(status));

    ApiException refusal = refusal();

    assertThat(refusal.getClass().getSimpleName()).isEqualTo(exception);
    assertThat(refusal.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectOfAWrite_isNamed(int status) {
    server.calls(Replies.redirect(status, "/elsewhere"));

    assertThatThrownBy(
            () -> ClientCalls.execute(server.writeCalls().create(new Project("p1", null))))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining(status + " (a redirect, which is not followed; check the base URL");
    assertThat(server.calls()).hasSize(1);
  }

  /** It states the length of another response (RFC 9110, section 8.6). */
  @Test
  void notModifiedWithALength_isNotReadToItsEnd() throws Exception {
    try (KeepAliveServer unchanged = new KeepAliveServer();
        Visibuild visibuild =
            unchanged.builder().retries(0).callTimeout(Duration.ofSeconds(4)).build()) {
      unchanged.calls(
          line -> KeepAliveServer.reply("304 Not Modified", "Content-Length: 100", "", false));
      Calls calls = visibuild.readAccess().implement(Calls.class);

      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("304");
    }
  }

  @Test
  void theCallIsNamedWithoutItsArguments() {
    server.calls(Replies.empty(404));

    ApiException refusal = refusal();

    assertThat(refusal.method()).isEqualTo("GET");
    assertThat(refusal.path()).isEqualTo("api/core/v1/projects/{id}");
    assertThat(refusal).hasMessage("GET api/core/v1/projects/{id} failed with status 404.");
  }

  @Test
  void theRequestIdIsKept() {
    server.calls(Replies.empty(500).newBuilder().setHeader("X-Request-Id", "request-7").build());

    ApiException refusal = refusal();

    assertThat(refusal.requestId()).contains("request-7");
    assertThat(refusal).hasMessageContaining("request request-7");
  }

  @Test
  void thereMayBeNoRequestId() {
    server.calls(Replies.empty(500));

    assertThat(refusal().requestId()).isEmpty();
  }

  @Test
  void theBodyIsKept() {
    server.calls(Replies.text(500, "text/html", "<h1>Sorry</h1>"));

    assertThat(refusal().body()).isEqualTo("<h1>Sorry</h1>");
  }

  @ParameterizedTest
  @CsvSource({"8191, 8191", "8192, 8192", "8193, 8192", "1000000, 8192"})
  void theBodyIsCutAfter8Kibibytes(int sent, int kept) {
    server.calls(Replies.text(500, "text/plain", "x".repeat(sent)));

    assertThat(refusal().body()).hasSize(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0665", "soon\u001b[31m", "\u00e9", "a\tb"})
  void retryAfterOfAnyCharacters_isNoMistakeOfTheCaller(String value) {
    Headers headers = new Headers.Builder().addUnsafeNonAscii("Retry-After", value).build();
    for (int status : new int[] {408, 429, 503}) {
      server.calls(new MockResponse.Builder().code(status).headers(headers).body("").build());

      assertThat(refusal().status()).isEqualTo(status);
    }
  }

  /** A server that never ends the body, and sends nothing that a read timeout would wait for. */
  @ParameterizedTest
  @CsvSource({"500, 500 (No disk)", "401, 401."})
  @Tag("slow")
  @Timeout(40)
  void errorWhoseBodyNeverEnds_isReportedAfterSeconds(int status, String message) throws Exception {
    CountDownLatch reported = new CountDownLatch(1);
    try (RawServer endless =
            new RawServer(
                client -> {
                  RawServer.write(
                      client, "HTTP/1.1 " + status + "\r\n\r\n{\"message\":\"No disk\"}");
                  awaitUninterruptibly(reported);
                });
        Visibuild visibuild =
            Visibuild.builder()
                .baseUrl(endless.url().toString())
                .credential(LegacyToken.of("a-token", Scope.READ))
                .build()) {
      Calls calls = visibuild.readAccess().implement(Calls.class);

      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .isInstanceOf(VisibuildException.class)
          .hasMessageContaining("failed with status " + message);
    } finally {
      reported.countDown();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void noMoreOfAnErrorIsHeldThanItsStart() throws Exception {
    server.calls(Replies.text(500, "text/plain", "x".repeat(1_000_000)));

    assertThat(server.readCalls().project("p1").execute().errorBody().bytes())
        .hasSizeLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void aForbiddenReadReportsWhatWasNeededAndWhatTheTokenHad() {
    server.calls(Replies.empty(403));

    ForbiddenException refusal = (ForbiddenException) refusal();

    assertThat(refusal.required()).contains(Scope.READ);
    assertThat(refusal.granted()).containsExactly("read");
    assertThat(refusal)
        .hasMessageEndingWith(
            "The call needs the scope \"read\", and its token had \"read\", so either the"
                + " credential's company has no right to this in Visibuild, or the call needs more"
                + " than it says.");
  }

  @Test
  void aForbiddenWriteReportsWhatTheTokenHad() {
    server.calls(Replies.empty(403));
    Calls calls = server.writeCalls();

    ForbiddenException refusal =
        catchThrowableOfType(
            ForbiddenException.class, () -> ClientCalls.executeVoid(calls.delete("p1")));

    assertThat(refusal.required()).contains(Scope.READ_WRITE);
    assertThat(refusal.granted()).containsExactlyInAnyOrder("read", "write");
    assertThat(refusal)
        .hasMessageEndingWith(
            "its token had \"read write\", so it is not the scope: the credential's company has no"
                + " right to this in Visibuild.");
  }

  @Test
  void whatTheServerReportsOfA403IsNotDisputed() {
    server.calls(
        Replies.empty(403)
            .newBuilder()
            .setHeader(
                "WWW-Authenticate",
                "Bearer error=\"insufficient_scope\", error_description=\"This requires scope"
                    + " _write_.\"")
            .build());

    assertThat(refusal())
        .hasMessage(
            "GET api/core/v1/projects/{id} failed with status 403 (This requires scope _write_.). The"
                + " call needs the scope \"read\", and its token had \"read\".");
  }

  @Test
  void aForbiddenCallWithALegacyTokenReportsWhatWasDeclared() {
    server.calls(Replies.empty(403));
    Calls calls =
        server
            .open(server.builder(LegacyToken.of("legacy", Scope.READ)))
            .readAccess()
            .implement(Calls.class);

    ForbiddenException refusal =
        catchThrowableOfType(
            ForbiddenException.class, () -> ClientCalls.execute(calls.project("p1")));

    assertThat(refusal.granted()).containsExactly("read");
    assertThat(refusal)
        .hasMessageEndingWith(
            "its token was declared as \"read\"; Visibuild does not report its scope.");
  }

  @Test
  void aForbiddenCallWithATokenWhoseScopeTheServerLeftOutReportsIt() {
    server.tokens(request -> Replies.tokenWith(",\"expires_in\":3600"));
    server.calls(Replies.empty(403));

    assertThat(refusal())
        .hasMessageEndingWith(
            "its token was declared as \"read\"; Visibuild does not report its scope.");
  }

  @Test
  void aForbiddenCallToAnotherOriginReportsThatItCarriedNoToken() {
    server.calls(Replies.empty(403));
    Calls calls = server.readCalls();
    String other = server.url("/x").newBuilder().host("127.0.0.1").build().toString();

    ForbiddenException refusal =
        catchThrowableOfType(ForbiddenException.class, () -> ClientCalls.execute(calls.at(other)));

    assertThat(refusal.required()).isEmpty();
    assertThat(refusal.granted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "null", "7", "[]", "{\"errors\":7}", "{\"error\":{}}"})
  void aBodyWithoutFieldsHasNoFieldErrors(String body) {
    server.calls(Replies.json(422, body));

    assertThat(refusal().errorResponse().fieldErrors()).isEqualTo(Map.of());
  }

  private ApiException refusal() {
    Calls calls = server.readCalls();
    return catchThrowableOfType(ApiException.class, () -> ClientCalls.execute(calls.project("p1")));
  }
}
