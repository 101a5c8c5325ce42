package visibuild.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HeaderMap;
import retrofit2.http.POST;
import retrofit2.http.Query;
import visibuild.Attachments;
import visibuild.ClientCredentials;
import visibuild.HttpLogLevel;
import visibuild.InvalidRequestException;
import visibuild.Scope;
import visibuild.Upload;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** The content of each log level. None shows a secret. */
@Tag("slow")
class HttpLogLevelTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final List<String> said = new CopyOnWriteArrayList<>();

  interface Wire {
    @POST("api/core/v1/projects")
    Call<Project> create(@Body Project project, @HeaderMap Map<String, String> headers);

    @POST("api/core/v1/projects")
    Call<Project> send(@Body RequestBody body);

    @GET("api/core/v1/projects/p1")
    Call<Project> project(@Query("access_token") String token, @Query("name") String name);
  }

  @Test
  void headersAreReportedAndTheirValuesWhereTheyAreHarmless() {
    server.calls(
        Replies.json(Replies.PROJECT)
            .newBuilder()
            .setHeader("Set-Cookie", "session=sentinel-1")
            .setHeader("X-Per-Page", "2")
            .build());

    create(HttpLogLevel.HEADERS, Map.of("Cookie", "sentinel-2", "X-Partner", "sentinel-3"));

    assertThat(said).hasSize(1);
    assertThat(said.get(0).lines())
        .first()
        .asString()
        .startsWith("POST /api/core/v1/projects: 200 in ");
    assertThat(said.get(0).lines())
        .contains(
            "> Authorization: [redacted]",
            "> Cookie: [redacted]",
            "> X-Partner: [redacted]",
            "< Set-Cookie: [redacted]",
            "< X-Per-Page: 2",
            "< Content-Type: application/json; charset=utf-8")
        .anyMatch(line -> line.startsWith("> User-Agent: visibuild-java/"))
        .noneMatch(line -> line.contains("Tower"));
  }

  @Test
  void bodiesAreReported() {
    create(HttpLogLevel.BODY, Map.of());

    assertThat(said.get(0).lines())
        .contains("> {\"id\":\"p1\",\"name\":\"Tower\"}", "< " + Replies.PROJECT);
  }

  @Test
  void whatWasLoggedIsStillSentAndRead() {
    Project created = create(HttpLogLevel.BODY, Map.of());

    assertThat(created).isEqualTo(new Project("p1", "Tower"));
    assertThat(server.calls().get(0).getBody().utf8())
        .isEqualTo("{\"id\":\"p1\",\"name\":\"Tower\"}");
  }

  @Test
  void aLongBodyIsCut() {
    String longName = "n".repeat(10_000);

    ClientCalls.execute(wire(HttpLogLevel.BODY).create(new Project("p1", longName), Map.of()));

    assertThat(said.get(0).lines())
        .filteredOn(line -> line.startsWith("> {"))
        .singleElement()
        .asString()
        .endsWith("n...")
        .hasSize("> ".length() + 4096 + "...".length());
    assertThat(server.calls().get(0).getBody().utf8()).contains(longName);
  }

  @Test
  void aBodyThatIsNoTextIsNotReported() {
    MediaType photo = MediaType.get("image/jpeg");

    ClientCalls.execute(wire(HttpLogLevel.BODY).send(RequestBody.create("sentinel", photo)));

    assertThat(said.get(0))
        .contains("> (8 bytes of image/jpeg, not shown)")
        .doesNotContain("sentinel");
  }

  @Test
  void theBodyOfAnErrorIsLoggedAndKept() {
    server.calls(Replies.json(422, "{\"message\":\"no such\"}"));
    Wire wire = wire(HttpLogLevel.BODY);

    assertThatThrownBy(() -> ClientCalls.execute(wire.create(new Project("p1", "Tower"), Map.of())))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refused -> assertThat(refused.body()).isEqualTo("{\"message\":\"no such\"}"));
    assertThat(said.get(0)).endsWith("< {\"message\":\"no such\"}");
  }

  @ParameterizedTest
  @EnumSource
  void noLevelReportsWhereAndHowAFileIsStored(HttpLogLevel level) {
    String store = server.url("/store/k1?X-Amz-Signature=sentinel-signature").toString();
    String foreign = store.replace("localhost", "127.0.0.1");
    server.calls(
        json(
            """
            {"data":{"upload":{"key":"k1","url":"%s",\
            "headers":{"x-amz-security-token":"sentinel-token","Content-MD5":"abc"}}}}"""
                .formatted(foreign)),
        Replies.empty(200));
    Visibuild visibuild = connect(level);

    String key =
        Attachments.upload(
            visibuild.writeAccess(),
            Upload.of("a.txt", "text/plain", "sentinel-content".getBytes(UTF_8)));

    assertThat(key).isEqualTo("k1");
    assertThat(said).hasSize(2).noneMatch(text -> text.contains("sentinel"));
  }

  @ParameterizedTest
  @EnumSource
  void noLevelReportsATokenOrSecret(HttpLogLevel level) {
    server.calls(
        json(
            "{\"data\":{\"project\":{\"id\":\"p1\",\"name\":\"Tower\",\"secret\":\"sentinel-1\"}}}"));

    ClientCalls.execute(wire(level).project("sentinel-2", "Tower"));

    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("GET /api/core/v1/projects/p1?access_token=[redacted]&name=Tower: 200")
        .doesNotContain("sentinel", "token-1");
  }

  @Test
  void aReaderThatThrowsHarmsNoCall() {
    Visibuild visibuild =
        server.open(
            server
                .builder(ClientCredentials.of("id", "secret", Scope.READ_WRITE))
                .httpLog(
                    HttpLogLevel.BASIC,
                    line -> {
                      throw new IllegalStateException("full");
                    }));

    Wire wire = visibuild.writeAccess().implement(Wire.class);

    assertThat(ClientCalls.execute(wire.project("t", "n")).id()).isEqualTo("p1");
  }

  @Test
  void aStreamedResponseIsNotReadAheadOfItsReader() throws Exception {
    server.calls(Replies.text(200, "application/octet-stream", "x".repeat(100_000)));
    Visibuild visibuild = connect(HttpLogLevel.BODY);

    try (ResponseBody body =
        ClientCalls.executeBody(visibuild.readAccess().implement(Calls.class).at(url()))) {
      assertThat(body.string()).hasSize(100_000);
    }
    assertThat(said.get(0)).endsWith("< (100000 bytes of application/octet-stream, not shown)");
  }

  private String url() {
    return server.url("/api/core/v1/files/f1").toString();
  }

  private static MockResponse json(String body) {
    return Replies.json(body);
  }

  private Project create(HttpLogLevel level, Map<String, String> headers) {
    return ClientCalls.execute(wire(level).create(new Project("p1", "Tower"), headers));
  }

  private Wire wire(HttpLogLevel level) {
    return connect(level).writeAccess().implement(Wire.class);
  }

  private Visibuild connect(HttpLogLevel level) {
    return server.open(
        server
            .builder(ClientCredentials.of("id", "secret", Scope.READ_WRITE))
            .httpLog(level, said::add));
  }
}
