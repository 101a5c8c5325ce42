package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/**
 * Every shape of a response, generated, compiled, loaded and called: what it gives, how it fails.
 */
@Tag("slow")
class EveryShapeTest {
  private static final String API =
      """
      @VisibuildApi(scope = Scope.READ)
      public interface ShapesApi {
        record Site(String id) {}

        @GET("value") Site value();
        @GET("list") List<Site> list();
        @GET("nothing") void nothing();
        @GET("optional") Optional<Site> optional();
        @GET("response") retrofit2.Response<Site> response();
        @GET("response") @DataKey("site") retrofit2.Response<List<Site>> responseOfList();
        @GET("response") retrofit2.Response<Void> responseOfNothing();
        @GET("response") retrofit2.Response<okhttp3.ResponseBody> responseOfBody();
        @GET("body") okhttp3.ResponseBody body();
        @GET("body") Optional<okhttp3.ResponseBody> optionalBody();
        @GET("lazy") retrofit2.Call<Site> lazy();
        @GET("paged") Paged<Site> paged();
        @GET("later") CompletableFuture<Site> future();
        @GET("later") CompletableFuture<Void> futureOfNothing();
        @GET("later") CompletableFuture<Optional<Site>> futureOfOptional();
        @GET("later") CompletableFuture<retrofit2.Response<Site>> futureOfResponse();
        @GET("later") CompletableFuture<okhttp3.ResponseBody> futureOfBody();
        @GET("later") CompletableFuture<Paged<Site>> futureOfPaged();
        @GET("rx") Single<Site> single();
        @GET("rx") Maybe<retrofit2.Response<Site>> maybeResponse();
        @GET("rx") Flowable<okhttp3.ResponseBody> flowableBody();
        @GET("rx") Completable completable();
      }
      """;

  /** For each method of the interface, how a program gets at the response, as a text. */
  private static final String PROGRAM =
      """
      import java.util.function.*;
      import okhttp3.ResponseBody;
      import retrofit2.Response;
      public final class Program implements Function<Visibuild, Map<String, Callable<String>>> {
        @Override public Map<String, Callable<String>> apply(Visibuild visibuild) {
          ShapesApi api = ShapesApiClient.create(visibuild.readAccess());
          return Map.ofEntries(
              Map.entry("value", () -> api.value().id()),
              Map.entry("list", () -> api.list().get(0).id()),
              Map.entry("nothing", () -> { api.nothing(); return "done"; }),
              Map.entry("optional", () -> api.optional().map(ShapesApi.Site::id).orElse("empty")),
              Map.entry("response", () -> text(api.response(), ShapesApi.Site::id)),
              Map.entry("responseOfList", () -> text(api.responseOfList(), s -> s.get(0).id())),
              Map.entry("responseOfNothing", () -> text(api.responseOfNothing(), s -> "?")),
              Map.entry("responseOfBody", () -> text(api.responseOfBody(), Program::read)),
              Map.entry("body", () -> read(api.body())),
              Map.entry("optionalBody", () -> api.optionalBody().map(Program::read).orElse("empty")),
              Map.entry("lazy", () -> text(api.lazy().execute(), ShapesApi.Site::id)),
              Map.entry("paged", () -> api.paged().iterator().next().id()),
              Map.entry("future", () -> api.future().join().id()),
              Map.entry("futureOfNothing", () -> api.futureOfNothing().thenApply(n -> "done").join()),
              Map.entry("futureOfOptional",
                  () -> api.futureOfOptional().join().map(ShapesApi.Site::id).orElse("empty")),
              Map.entry("futureOfResponse",
                  () -> text(api.futureOfResponse().join(), ShapesApi.Site::id)),
              Map.entry("futureOfBody", () -> read(api.futureOfBody().join())),
              Map.entry("futureOfPaged", () -> api.futureOfPaged().join().iterator().next().id()),
              Map.entry("single", () -> api.single().blockingGet().id()),
              Map.entry("maybeResponse",
                  () -> text(api.maybeResponse().blockingGet(), ShapesApi.Site::id)),
              Map.entry("flowableBody", () -> api.flowableBody().map(Program::read).blockingFirst()),
              Map.entry("completable", () -> { api.completable().blockingAwait(); return "done"; }));
        }
        private static <T> String text(Response<T> response, Function<T, String> text) {
          return response.code() + (response.body() == null ? "" : " " + text.apply(response.body()));
        }
        private static String read(ResponseBody body) {
          try (body) {
            return body.string();
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      }
      """;

  private static final String SITE = "{\"data\":{\"site\":{\"id\":\"s1\"}}}";
  private static final String SITES =
      "{\"data\":{\"site\":[{\"id\":\"s1\"}]},\"pagination\":{\"next\":null}}";

  private static ClassLoader classes;

  private final MockWebServer server = new MockWebServer();

  @BeforeAll
  static void compile() {
    classes =
        new CompiledClasses(
            Compiling.compile(
                List.of(
                    Compiling.source("ShapesApi", "import io.reactivex.rxjava3.core.*; " + API),
                    Compiling.source("Program", PROGRAM))));
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
  @CsvSource({
    // shape, 200, 404, 403, 200 with a response that cannot be decoded
    "value,             s1,     NotFoundException, ForbiddenException, DecodingException",
    "list,              s1,     NotFoundException, ForbiddenException, DecodingException",
    "nothing,           done,   NotFoundException, ForbiddenException, done",
    "optional,          s1,     empty,             ForbiddenException, DecodingException",
    "response,          200 s1, 404,               403,                DecodingException",
    "responseOfList,    200 s1, 404,               403,                DecodingException",
    "responseOfNothing, 200,    404,               403,                200",
    "responseOfBody,    200 $,  404,               403,                200 {}",
    "body,              $,      NotFoundException, ForbiddenException, {}",
    "optionalBody,      $,      empty,             ForbiddenException, {}",
    "lazy,              200 s1, 404,               403,                DecodingException",
    "paged,             s1,     NotFoundException, ForbiddenException, DecodingException",
    "future,            s1,     NotFoundException, ForbiddenException, DecodingException",
    "futureOfNothing,   done,   NotFoundException, ForbiddenException, done",
    "futureOfOptional,  s1,     empty,             ForbiddenException, DecodingException",
    "futureOfResponse,  200 s1, 404,               403,                DecodingException",
    "futureOfBody,      $,      NotFoundException, ForbiddenException, {}",
    "futureOfPaged,     s1,     NotFoundException, ForbiddenException, DecodingException",
    "single,            s1,     NotFoundException, ForbiddenException, DecodingException",
    "maybeResponse,     200 s1, 404,               403,                DecodingException",
    "flowableBody,      $,      NotFoundException, ForbiddenException, {}",
    "completable,       done,   NotFoundException, ForbiddenException, done"
  })
  void eachShapeGivesItsResponseAndFailsAsAllOthers(
      String shape, String success, String missing, String forbidden, String undecodable)
      throws Exception {
    String json = shape.matches("list|paged|responseOfList|futureOfPaged") ? SITES : SITE;
    respond(200, json);
    respond(404, "");
    respond(403, "");
    respond(200, "{}");
    try (Visibuild visibuild = connect(true)) {
      assertThat(outcome(visibuild, shape)).isEqualTo(success.replace("$", json));
      assertThat(outcome(visibuild, shape)).isEqualTo(missing);
      assertThat(outcome(visibuild, shape)).isEqualTo(forbidden);
      assertThat(outcome(visibuild, shape)).isEqualTo(undecodable);
    }
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"value", "response", "body", "lazy", "paged", "future", "futureOfBody", "single"})
  void aConnectionThatBreaksIsTheSameExceptionInEachShape(String shape) throws Exception {
    server.enqueue(
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());
    try (Visibuild visibuild = connect(true)) {
      assertThat(outcome(visibuild, shape)).isEqualTo("ConnectionException");
    }
  }

  @Test
  void anAdapterThatWasNotAddedIsAskedForInWords() {
    try (Visibuild visibuild = connect(false)) {
      assertThatThrownBy(() -> shapes(visibuild).get("single").call())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "GET api/core/v1/rx returns"
                  + " io.reactivex.rxjava3.core.Single<api.ShapesApi$Site>, but this connection has"
                  + " no call adapter for it. Add one where the connection is built:"
                  + " Visibuild.builder().callAdapterFactory(RxJava3CallAdapterFactory.create()),"
                  + " from com.squareup.retrofit2:adapter-rxjava3.");
    }
  }

  private static String outcome(Visibuild visibuild, String shape) throws Exception {
    try {
      return shapes(visibuild).get(shape).call();
    } catch (CompletionException e) {
      return e.getCause().getClass().getSimpleName();
    } catch (VisibuildException e) {
      return e.getClass().getSimpleName();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Callable<String>> shapes(Visibuild visibuild) {
    try {
      return ((Function<Visibuild, Map<String, Callable<String>>>)
              classes.loadClass("api.Program").getDeclaredConstructor().newInstance())
          .apply(visibuild);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Visibuild connect(boolean withAdapter) {
    Visibuild.Builder builder =
        Visibuild.builder()
            .baseUrl("http://" + server.getHostName() + ":" + server.getPort())
            .credential(LegacyToken.of("token", Scope.READ))
            .retries(0);
    return withAdapter
        ? builder.callAdapterFactory(RxJava3CallAdapterFactory.create()).build()
        : builder.build();
  }

  private void respond(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }
}
