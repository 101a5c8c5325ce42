package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.module.kotlin.KotlinModule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import kotlin.Unit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.ForbiddenException;
import visibuild.LegacyToken;
import visibuild.NotFoundException;
import visibuild.Scope;
import visibuild.Visibuild;

/** An interface in Kotlin: through kapt, compiled with a program in Kotlin, and called. */
@Tag("slow")
class KaptTest {
  private static final String SITE = "{\"data\":{\"site\":{\"id\":\"s1\",\"name\":\"Tower\"}}}";
  private static final String SITES =
      "{\"data\":{\"sites\":[{\"id\":\"s1\",\"name\":null},{\"id\":\"s2\"}]}}";

  @TempDir private static Path folder;
  private static URLClassLoader classes;

  private final MockWebServer server = new MockWebServer();
  private final CountDownLatch cancelled = new CountDownLatch(1);

  @BeforeAll
  static void build() throws Exception {
    KotlinBuild build =
        new KotlinBuild(folder, Path.of(KaptTest.class.getResource("/kotlin").toURI()));
    assertThat(build.kapt()).isEmpty();
    classes = new URLClassLoader(new URL[] {build.compile().toUri().toURL()});
  }

  @AfterAll
  static void close() throws IOException {
    classes.close();
  }

  @BeforeEach
  void start() throws Exception {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get | s1 | GET /api/core/v1/sites/00000000-0000-0000-0000-000000000001",
        "await | s1 | GET /api/core/v1/sites/s%201?status=OPEN&status=CLOSED",
        "find | s1 | GET /api/core/v1/sites/s1",
        "response | 200 | GET /api/core/v1/sites/s1",
        "photo | $ | GET /api/core/v1/sites/s1/photo",
        "create | s1 | POST /api/core/v1/sites",
      })
  void aFunctionGivesTheRecord(String function, String result, String request) throws Exception {
    respond(200, SITE);

    assertThat(call(function)).hasToString(result.replace("$", SITE));
    assertThat(request()).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paged | [s1, s2] | GET /api/core/v1/sites?ids=00000000-0000-0000-0000-000000000001&ids=00000000-0000-0000-0000-000000000002",
        "all | [s1, s2] | GET /api/core/v1/sites",
        "areas | [s1, s2] | GET /api/core/v1/areas",
        "firstPage | [s1, s2] | GET /api/core/v1/sites",
        "second | s2 | GET /api/core/v1/sites",
      })
  void aFunctionGivesRecords(String function, String result, String request) throws Exception {
    respond(200, SITES);

    assertThat(call(function)).hasToString(result);
    assertThat(request()).isEqualTo(request);
  }

  @Test
  void aFunctionWithABodyOfItsOwnRunsIt() {
    respond(200, SITES);

    assertThat(call("firstName")).isNull();
    assertThat(call("names")).isEqualTo("all areas");
    assertThat(call("later")).isEqualTo("b");
  }

  @Test
  void aFunctionWithoutAResultGivesUnit() throws Exception {
    respond(204, "");

    assertThat(call("delete")).isSameAs(Unit.INSTANCE);
    assertThat(request()).isEqualTo("DELETE /api/core/v1/sites/s1");
  }

  @Test
  void optionsGoWithTheCall() throws Exception {
    respond(200, SITE);

    call("options");

    assertThat(server.takeRequest().getHeaders().get("X-Trace")).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "await", "all", "photo", "firstPage", "delete"})
  void eachFunctionThrowsTheSameExceptions(String function) {
    respond(404, "");
    respond(403, "");
    server.enqueue(
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());

    assertThatThrownBy(() -> call(function)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> call(function)).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> call(function)).isInstanceOf(ConnectionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "await", "find"})
  void aNullForANonNullKotlinTypeIsNotReturned(String function) {
    respond(200, "{\"data\":{\"site\":{\"id\":null}}}");

    assertThatThrownBy(() -> call(function)).isInstanceOf(DecodingException.class);
  }

  @Test
  void whatIsNotThereIsEmptyOrAResponse() {
    respond(404, "");
    respond(404, "");

    assertThat(call("find")).isEqualTo("none");
    assertThat(call("response")).isEqualTo(404);
  }

  @Test
  void cancellingTheCoroutineCancelsTheCall() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    assertThat(call("cancel")).isEqualTo(true);
    assertThat(cancelled.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theClassOfAConstantWithABodyIsInTheMetadata() throws Exception {
    Path metadata =
        folder.resolve(
            "classes/META-INF/native-image/io.github.visibuild-java/api.SitesApiClient/reachability-metadata.json");

    assertThat(classes.loadClass("api.Status$CLOSED").getSuperclass())
        .isEqualTo(classes.loadClass("api.Status"));
    assertThat(Files.readString(metadata)).contains("\"type\": \"api.Status$CLOSED\"");
  }

  private Object call(String function) {
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl("http://" + server.getHostName() + ":" + server.getPort())
            .credential(LegacyToken.of("token", Scope.READ_WRITE))
            .objectMapper(
                Visibuild.newObjectMapper().registerModule(new KotlinModule.Builder().build()))
            .httpClient(new OkHttpClient.Builder().eventListener(new Cancellations()).build())
            .retries(0)
            .build()) {
      @SuppressWarnings("unchecked")
      BiFunction<Visibuild, String, Object> program =
          (BiFunction<Visibuild, String, Object>)
              classes.loadClass("api.Program").getDeclaredConstructor().newInstance();
      return program.apply(visibuild, function);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Cancellations extends EventListener {
    @Override
    public void canceled(Call call) {
      cancelled.countDown();
    }
  }

  private void respond(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  private String request() throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    return request.getMethod() + " " + request.getTarget();
  }
}
