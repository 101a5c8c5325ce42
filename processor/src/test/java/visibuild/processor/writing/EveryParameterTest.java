package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/** The request that a generated client makes of its parameters. */
@Tag("slow")
class EveryParameterTest {
  private static final String API =
      """
      @VisibuildApi(scope = Scope.READ)
      public interface VisisApi {
        enum Status {
          @com.fasterxml.jackson.annotation.JsonProperty("in_progress") IN_PROGRESS,
          @com.fasterxml.jackson.annotation.JsonProperty("n_a") NOT_APPLICABLE
        }

        @GET("v/{id}/{day}/{status}")
        void path(@Path("id") UUID id, @Path("day") LocalDate day, @Path("status") Status status);
        @GET("v") void query(@Query("at") Instant at, @Query("status") Status status);
        @GET("v") void list(@Query("at") List<Instant> at, @Query("status") Set<Status> status);
        @GET("v") void array(@Query("day") LocalDate[] days, @Query("n") int[] numbers);
        @GET("v") void varargs(RequestOptions options, @Query("id") UUID... ids);
        @GET("v") void map(@QueryMap Map<String, Status> filter);
        @GET("v") void header(@Header("X-At") Instant at, @Header("X-Status") List<Status> status);
        @GET("v") Paged<String> paged(@Query("status") Status[] status, RequestOptions options);
      }
      """;

  private static final String PROGRAM =
      """
      import java.util.function.*;
      public final class Program implements Function<Visibuild, Map<String, Runnable>> {
        @Override public Map<String, Runnable> apply(Visibuild visibuild) {
          VisisApi api = VisisApiClient.create(visibuild.readAccess());
          Instant at = Instant.parse("2026-03-02T09:00:00Z");
          LocalDate day = LocalDate.parse("2026-03-02");
          VisisApi.Status status = VisisApi.Status.IN_PROGRESS;
          VisisApi.Status other = VisisApi.Status.NOT_APPLICABLE;
          RequestOptions traced = RequestOptions.none().header("X-Trace", "t");
          return Map.of(
              "path", () -> api.path(new UUID(0, 1), day, status),
              "query", () -> api.query(at, status),
              "nulls", () -> api.query(null, null),
              "list", () -> api.list(List.of(at, at), new LinkedHashSet<>(List.of(status, other))),
              "empty", () -> api.list(List.of(), null),
              "array", () -> api.array(new LocalDate[] {day, null, day}, new int[] {1, 2}),
              "varargs", () -> api.varargs(traced, new UUID(0, 1), new UUID(0, 2)),
              "map", () -> api.map(Map.of("status", other)),
              "header", () -> api.header(at, List.of(status, other)),
              "paged", () -> api.paged(new VisisApi.Status[] {status, other}, traced).iterator().hasNext());
        }
      }
      """;

  private static ClassLoader classes;

  private final MockWebServer server = new MockWebServer();

  @BeforeAll
  static void compile() {
    String time = "import java.time.*; ";
    classes =
        new CompiledClasses(
            Compiling.compile(
                List.of(
                    Compiling.source("VisisApi", time + API),
                    Compiling.source("Program", time + PROGRAM))));
  }

  @BeforeEach
  void start() throws Exception {
    server.start(InetAddress.getLoopbackAddress(), 0);
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body("{\"data\":{\"visis\":[]},\"pagination\":{\"next\":null}}")
            .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path | v/00000000-0000-0000-0000-000000000001/2026-03-02/in_progress",
        "query | v?at=2026-03-02T09%3A00%3A00Z&status=in_progress",
        "nulls | v",
        "list | v?at=2026-03-02T09%3A00%3A00Z&at=2026-03-02T09%3A00%3A00Z&status=in_progress&status=n_a",
        "empty | v",
        "array | v?day=2026-03-02&day=2026-03-02&n=1&n=2",
        "varargs | v?id=00000000-0000-0000-0000-000000000001&id=00000000-0000-0000-0000-000000000002",
        "map | v?status=n_a",
        "paged | v?status=in_progress&status=n_a",
      })
  void parametersAreWrittenAsInJsonOneForEachValue(String call, String target) throws Exception {
    assertThat(call(call).getTarget()).isEqualTo("/api/core/v1/" + target);
  }

  @Test
  void headersAreWrittenTheSameWay() throws Exception {
    RecordedRequest request = call("header");

    assertThat(request.getHeaders().values("X-At")).containsExactly("2026-03-02T09:00:00Z");
    assertThat(request.getHeaders().values("X-Status")).containsExactly("in_progress", "n_a");
  }

  @ParameterizedTest
  @CsvSource({"varargs", "paged"})
  void optionsAreOfTheCallWhereverTheyStand(String call) throws Exception {
    assertThat(call(call).getHeaders().get("X-Trace")).isEqualTo("t");
  }

  private RecordedRequest call(String name) throws Exception {
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl("http://" + server.getHostName() + ":" + server.getPort())
            .credential(LegacyToken.of("token", Scope.READ))
            .build()) {
      @SuppressWarnings("unchecked")
      Function<Visibuild, Map<String, Runnable>> program =
          (Function<Visibuild, Map<String, Runnable>>)
              classes.loadClass("api.Program").getDeclaredConstructor().newInstance();
      program.apply(visibuild).get(name).run();
    }
    return server.takeRequest();
  }
}
