package visibuild.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Streaming;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;

/** Responses that are larger, once decompressed, than a program wants to hold. */
@Tag("slow")
class ResponseSizeLimitTest {
  private static final int MIB = 1024 * 1024;

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Wire {
    @GET("api/core/v1/projects")
    Call<List<Project>> projects();

    @GET("api/core/v1/projects")
    Call<ResponseBody> whole();

    @Streaming
    @GET("api/core/v1/projects")
    Call<ResponseBody> streamed();
  }

  @Test
  void compressedBomb_failsTheCallBeforeItFillsTheMemory() throws Exception {
    server.calls(bomb(200 * MIB));
    Wire wire = wire(builder());

    assertThatThrownBy(() -> ClientCalls.execute(wire.projects()))
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/projects returned more than 67108864 bytes. Ask for smaller pages");
    assertThatThrownBy(() -> ClientCalls.async(wire.projects()).get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(DecodingException.class);
    assertThatThrownBy(() -> ClientCalls.executeBody(wire.whole()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void limitOfTheBuilder_counts() throws Exception {
    server.calls(bomb(MIB));

    assertThat(ClientCalls.execute(wire(builder().maxResponseBytes(2 * MIB)).projects())).isEmpty();
    assertThatThrownBy(
            () -> ClientCalls.execute(wire(builder().maxResponseBytes(MIB / 2)).projects()))
        .isInstanceOf(DecodingException.class);
    assertThatThrownBy(() -> builder().maxResponseBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void streamedBody_isNotLimited() throws Exception {
    server.calls(bomb(2 * MIB));

    try (ResponseBody body =
        ClientCalls.executeBody(wire(builder().maxResponseBytes(MIB)).streamed())) {
      assertThat(body.bytes().length).isGreaterThan(2 * MIB);
    }
  }

  @Test
  void longBody_isLimitedWithAndWithoutItsLength() throws Exception {
    Wire wire = wire(builder().retries(0).maxResponseBytes(MIB));
    String body = emptyList(2 * MIB);

    server.calls(new MockResponse.Builder().body(body).build());
    assertThatThrownBy(() -> ClientCalls.execute(wire.projects()))
        .isInstanceOf(DecodingException.class);
    server.calls(new MockResponse.Builder().chunkedBody(body, 64 * 1024).build());
    assertThatThrownBy(() -> ClientCalls.execute(wire.projects()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void bodyLongerThanItsLengthInHttp2_failsTheCall() throws Exception {
    List<Protocol> http2 = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
    try (MockWebServer server = new MockWebServer()) {
      server.setProtocols(http2);
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .body(emptyList(2 * MIB))
              .setHeader("Content-Length", "200")
              .build());
      OkHttpClient client = new OkHttpClient.Builder().protocols(http2).build();
      try (Visibuild visibuild =
          Visibuild.builder()
              .baseUrl(server.url("/").toString())
              .credential(LegacyToken.of("a-token", Scope.READ))
              .httpClient(client)
              .retries(0)
              .build()) {
        Wire wire = visibuild.readAccess().implement(Wire.class);

        assertThatThrownBy(() -> ClientCalls.execute(wire.projects()))
            .isInstanceOf(ConnectionException.class);
      } finally {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
      }
    }
  }

  private static String emptyList(int spaces) {
    return "{\"data\":{\"projects\":[" + " ".repeat(spaces) + "]}}";
  }

  /** An empty list in an envelope, with much white space, in gzip. */
  private static MockResponse bomb(int size) throws Exception {
    Buffer compressed = new Buffer();
    try (BufferedSink text = Okio.buffer(new GzipSink(compressed))) {
      text.writeUtf8("{\"data\":{\"projects\":[");
      byte[] spaces = " ".repeat(64 * 1024).getBytes(UTF_8);
      for (int i = 0; i < size; i += spaces.length) {
        text.write(spaces);
      }
      text.writeUtf8("]}}");
    }
    return new MockResponse.Builder()
        .code(200)
        .setHeader("Content-Type", "application/json")
        .setHeader("Content-Encoding", "gzip")
        .body(compressed)
        .build();
  }

  private Visibuild.Builder builder() {
    return server.builder(ClientCredentials.of("id", "secret", Scope.READ));
  }

  private Wire wire(Visibuild.Builder builder) {
    return server.open(builder).readAccess().implement(Wire.class);
  }
}
