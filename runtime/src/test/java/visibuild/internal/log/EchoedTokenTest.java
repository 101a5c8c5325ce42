package visibuild.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.ClientCredentials;
import visibuild.HttpLogLevel;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** A server that repeats the token it was sent: the log leaves it out, and tells the rest. */
class EchoedTokenTest {
  private static final String TOKEN = "sentinel/token+4712=";
  private static final String PLAIN_TOKEN = "sentinel-token-4712";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final List<String> said = new CopyOnWriteArrayList<>();

  interface Wire {
    @GET("api/core/v1/projects/p1")
    Call<Project> project();
  }

  @BeforeEach
  void grant() {
    server.tokens(request -> Replies.token(TOKEN, "read"));
  }

  @ParameterizedTest
  @EnumSource
  void noLevelReportsATokenThatAHeaderRepeats(HttpLogLevel level) {
    server.tokens(request -> Replies.token(PLAIN_TOKEN, "read"));
    server.calls(
        request ->
            Replies.json(Replies.PROJECT)
                .newBuilder()
                .setHeader("Server", "for " + request.getHeaders().get("Authorization") + ", v2")
                .setHeader("X-Request-Id", PLAIN_TOKEN)
                .setHeader("X-" + PLAIN_TOKEN, "1")
                .build());

    call(level);

    assertThat(said).singleElement().asString().contains(" 200 in ").doesNotContain("sentinel");
    if (level != HttpLogLevel.BASIC) {
      assertThat(said.get(0).lines()).contains("< Server: for Bearer [redacted], v2");
    }
  }

  @Test
  void aBodyThatRepeatsTheTokenIsReportedWithoutIt() {
    respond(token -> "{\"data\":{\"project\":{\"id\":\"p1\",\"name\":\"%s\"}}}".formatted(token));

    call(HttpLogLevel.BODY);

    assertThat(said.get(0))
        .endsWith("< {\"data\":{\"project\":{\"id\":\"p1\",\"name\":\"[redacted]\"}}}");
  }

  @Test
  void soIsOneThatWritesItInAnotherWay() {
    respond(
        token ->
            "{\"data\":{\"project\":{\"id\":\"%s\",\"name\":\"%s\"}}}"
                .formatted(URLEncoder.encode(token, UTF_8), token.replace("/", "\\/")));

    call(HttpLogLevel.BODY);

    assertThat(said.get(0)).contains("\"id\":\"[redacted]\"").doesNotContain("sentinel", "4712");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 10, 19})
  void aTokenThatIsCutInTheMiddleIsNotReportedEither(int kept) {
    String start = "{\"data\":{\"project\":{\"id\":\"p1\",\"name\":\"";
    String filling = "n".repeat(BodyPreview.MAX_BYTES - start.length() - kept);
    respond(token -> start + filling + token + "\"}}}");

    call(HttpLogLevel.BODY);

    assertThat(said.get(0)).endsWith("...").doesNotContain(TOKEN.substring(0, 4));
  }

  private void respond(UnaryOperator<String> body) {
    MockResponse reply = Replies.json(body.apply(TOKEN));
    server.calls(reply);
  }

  private void call(HttpLogLevel level) {
    Wire wire =
        server
            .open(
                server
                    .builder(ClientCredentials.of("id", "secret", Scope.READ))
                    .httpLog(level, said::add))
            .readAccess()
            .implement(Wire.class);
    assertThat(ClientCalls.execute(wire.project())).isNotNull();
  }
}
