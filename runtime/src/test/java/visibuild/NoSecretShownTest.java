package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Forms;
import visibuild.fixture.Replies;
import visibuild.fixture.Texts;

/** No secret in any text, ever. */
class NoSecretShownTest {
  private static final String TOKEN = "sentinel-token-4712";
  private static final List<String> SECRETS = List.of(FakeVisibuild.CLIENT_SECRET, TOKEN);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final Logger root = Logger.getLogger("");
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** What the token endpoint, then the API, answers in a case that fails. */
  static Stream<Arguments> failures() {
    FakeVisibuild.Reply grant = request -> Replies.token(TOKEN, "read");
    FakeVisibuild.Reply echoForm = request -> Replies.text(500, "text/html", Forms.text(request));
    FakeVisibuild.Reply describeForm =
        request ->
            Replies.json(
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"%s\"}"
                    .formatted(Forms.text(request)));
    FakeVisibuild.Reply fieldsOfForm =
        request ->
            Replies.json(
                429,
                "{\"message\":\"x\",\"errors\":{\"%s\":[\"x\"]}}".formatted(Forms.text(request)));
    FakeVisibuild.Reply hangUp =
        request ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    FakeVisibuild.Reply narrower = request -> Replies.token(TOKEN, "none");
    FakeVisibuild.Reply twice =
        request ->
            Replies.json(
                "{\"access_token\":\"%s\",\"access_token\":\"%s\"}".formatted(TOKEN, TOKEN));
    FakeVisibuild.Reply cutOff = request -> Replies.json("{\"access_token\":\"" + TOKEN);
    FakeVisibuild.Reply bareToken = request -> Replies.json(TOKEN);
    FakeVisibuild.Reply badCharacter = request -> Replies.token(TOKEN + "\\n", "read");
    FakeVisibuild.Reply challengeWithToken =
        request ->
            Replies.empty(401)
                .newBuilder()
                .setHeader(
                    "WWW-Authenticate",
                    "Bearer error=\"invalid_token\", error_description=\"bad: %s\""
                        .formatted(request.getHeaders().get("Authorization")))
                .build();
    FakeVisibuild.Reply redirect = request -> Replies.redirect(302, "/?" + Forms.text(request));
    return Stream.of(
        Arguments.of("form in a 500", echoForm, grant),
        Arguments.of("form in a 400", describeForm, grant),
        Arguments.of("form in a 429", fieldsOfForm, grant),
        Arguments.of("token endpoint hangs up", hangUp, grant),
        Arguments.of("narrower scope", narrower, grant),
        Arguments.of("token twice", twice, grant),
        Arguments.of("token cut off", cutOff, grant),
        Arguments.of("token without JSON", bareToken, grant),
        Arguments.of("token with a line break", badCharacter, grant),
        Arguments.of("redirect with the form", redirect, grant),
        Arguments.of("401 of the API", grant, reply(Replies.refusedToken())),
        Arguments.of("403 of the API", grant, reply(Replies.empty(403))),
        Arguments.of("404 of the API", grant, reply(Replies.empty(404))),
        Arguments.of("500 of the API", grant, reply(Replies.empty(500))),
        Arguments.of("HTML of the API", grant, reply(Replies.text(200, "text/html", "<html>"))),
        Arguments.of("API hangs up", grant, hangUp),
        Arguments.of("token in a 401's challenge", grant, challengeWithToken),
        Arguments.of("token in a 403", grant, echo(403, "{\"error\":\"no: %s\"}")),
        Arguments.of("token in a 403's text", grant, echo(403, "%s")),
        Arguments.of("token in a 404", grant, echo(404, "{\"message\":\"%s\"}")),
        Arguments.of("token in a 422", grant, echo(422, "{\"errors\":{\"%s\":[\"%1$s\"]}}")),
        Arguments.of("token in a 500", grant, echo(500, "<html>%s</html>")),
        Arguments.of(
            "escaped token in a 500",
            grant,
            reply(
                Replies.json(
                    500, "{\"message\":\"%s\"}".formatted("\\u0073" + TOKEN.substring(1))))),
        Arguments.of("token cut off in a 500", grant, echo(500, " ".repeat(8_184) + "%s")));
  }

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(handler);
    root.setLevel(Level.INFO);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void noFailureShowsASecret(String name, FakeVisibuild.Reply token, FakeVisibuild.Reply call) {
    server.tokens(token);
    server.calls(call);
    Calls calls = server.readCalls();

    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertThat(failure).as(name).isInstanceOf(VisibuildException.class);
    assertThat(Texts.of(failure)).doesNotContain(SECRETS);
    assertThat(failure instanceof ApiException refusal ? refusal.body() : "")
        .doesNotContain(SECRETS)
        .doesNotContain(TOKEN.substring(0, 4));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void nothingIsLoggedWithASecret(
      String name, FakeVisibuild.Reply token, FakeVisibuild.Reply call) {
    server.tokens(token);
    server.calls(call);
    Calls calls = server.readCalls();

    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertThat(failure).as(name).isNotNull();
    assertThat(logged).as("the log of the HTTP libraries").isNotEmpty();
    assertThat(logged).noneMatch(text -> SECRETS.stream().anyMatch(text::contains));
  }

  @Test
  void noPublicObjectShowsASecret() {
    Visibuild visibuild = server.connect(Scope.READ_WRITE);
    ClientCredentials oauth =
        ClientCredentials.of("an-id", FakeVisibuild.CLIENT_SECRET, Scope.READ_WRITE);
    LegacyToken legacy = LegacyToken.of(TOKEN, Scope.READ, Instant.EPOCH);
    Calls calls = visibuild.writeAccess().implement(Calls.class);

    assertThat(
            Stream.of(
                    oauth,
                    legacy,
                    visibuild,
                    Visibuild.builder().credential(oauth),
                    visibuild.readAccess(),
                    visibuild.writeAccess(),
                    calls,
                    calls.project("p1"),
                    calls.project("p1").request(),
                    ClientCalls.call(calls.project("p1")),
                    ClientCalls.paged(calls::page))
                .map(Object::toString))
        .noneMatch(text -> SECRETS.stream().anyMatch(text::contains));
  }

  @Test
  void credentialsShowWhatIsNoSecret() {
    assertThat(ClientCredentials.of("an-id", "s", Scope.READ))
        .hasToString("ClientCredentials[id=an-id, scope=READ]");
    assertThat(LegacyToken.of("s", Scope.READ, Instant.EPOCH))
        .hasToString("LegacyToken[scope=READ, expiresAt=1970-01-01T00:00:00Z]");
  }

  @Test
  void aResponseThatTheUserHoldsShowsNoToken() throws Exception {
    server.tokens(request -> Replies.token(TOKEN, "read"));

    String text = ClientCalls.call(server.readCalls().project("p1")).execute().raw().toString();

    assertThat(text).doesNotContain(TOKEN);
  }

  private static FakeVisibuild.Reply echo(int status, String body) {
    return request ->
        Replies.json(status, body.formatted(request.getHeaders().get("Authorization")))
            .newBuilder()
            .setHeader("X-Request-Id", request.getHeaders().get("Authorization"))
            .build();
  }

  private static FakeVisibuild.Reply reply(MockResponse response) {
    return request -> response;
  }
}
