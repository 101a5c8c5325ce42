package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/** A generated client, compiled, loaded, and called over HTTP. */
@Tag("slow")
class GeneratedClientTest {
  private static final String API =
      """
      @VisibuildApi(scope = Scope.READ_WRITE)
      public interface TicketsApi {
        record Ticket(String id, String title) {}
        record NewTicket(String title) {}

        @GET("tickets/{id}") Ticket get(@Path("id") String id);
        @GET("tickets/{id}") Optional<Ticket> find(@Path("id") String id);
        @GET("tickets/{id}") CompletableFuture<Optional<Ticket>> findLater(@Path("id") String id);
        @GET("tickets/{id}") CompletableFuture<Ticket> getLater(@Path("id") String id);
        @GET("tickets/{id}") retrofit2.Call<Ticket> call(@Path("id") String id);
        @GET("tickets") Paged<Ticket> list(@Query("projectId") String next);
        @GET("tickets/some") List<Ticket> some(@Query("id") String... ids);
        @GET("count") int count();
        @GET Ticket at(@Url String url);
        @POST("tickets") Ticket create(@Body NewTicket ticket);
        @RequiresScope(Scope.READ) @POST("tickets/search") List<Ticket> search(@Body String text);
        @DELETE("tickets/{id}") void delete(@Path("id") String id);
        @DELETE("tickets/{id}") CompletableFuture<Void> deleteLater(@Path("id") String id);
      }
      """;

  private static final String TICKET = "{\"data\":{\"ticket\":{\"id\":\"1\",\"title\":\"Crack\"}}}";
  private static final String NO_CONTENT = "";

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aValueIsTheRecordInsideTheEnvelope() throws Exception {
    respond(TICKET);

    assertThat(evaluate("tickets.get(\"a b\").title()")).isEqualTo("Crack");
    assertThat(request()).isEqualTo("GET /api/core/v1/tickets/a%20b");
  }

  @Test
  void aListHasAllRecords() throws Exception {
    respond("{\"data\":{\"tickets\":[{\"id\":\"1\"},{\"id\":\"2\"}]}}");

    assertThat(evaluate("tickets.some(\"1\", \"2\").size()")).isEqualTo(2);
    assertThat(request()).isEqualTo("GET /api/core/v1/tickets/some?id=1&id=2");
  }

  @Test
  void aPrimitiveIsUnboxed() throws Exception {
    respond("{\"data\":{\"count\":7}}");

    assertThat(evaluate("tickets.count() + 1")).isEqualTo(8);
  }

  @Test
  void whatIsNotThereIsEmpty() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).build());

    assertThat(evaluate("tickets.find(\"1\").isEmpty()")).isEqualTo(true);
  }

  @Test
  void whatIsNotThereIsEmptyLaterToo() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).build());

    assertThat(evaluate("tickets.findLater(\"1\").join().isEmpty()")).isEqualTo(true);
  }

  @Test
  void aFutureCompletesWithTheValue() throws Exception {
    respond(TICKET);

    assertThat(evaluate("tickets.getLater(\"1\").join().title()")).isEqualTo("Crack");
  }

  @Test
  void aFutureOfNothingCompletes() throws Exception {
    respond(NO_CONTENT);

    assertThat(evaluate("String.valueOf(tickets.deleteLater(\"1\").join())")).isEqualTo("null");
    assertThat(request()).isEqualTo("DELETE /api/core/v1/tickets/1");
  }

  @Test
  void aLazyCallIsMadeByTheCaller() throws Exception {
    respond(TICKET);

    assertThat(evaluate("tickets.call(\"1\").execute().body().title()")).isEqualTo("Crack");
  }

  @Test
  void pagesFollowTheCursor() throws Exception {
    respond("{\"data\":{\"tickets\":[{\"id\":\"1\"}]},\"pagination\":{\"next\":\"1\"}}");
    respond("{\"data\":{\"tickets\":[{\"id\":\"2\"}]},\"pagination\":{\"next\":null}}");

    assertThat(
            evaluate(
                "tickets.list(\"p\").pageSize(1).stream().map(TicketsApi.Ticket::id).toList()"))
        .isEqualTo(List.of("1", "2"));
    assertThat(request()).isEqualTo("GET /api/core/v1/tickets?projectId=p&pageSize=1");
    assertThat(request()).isEqualTo("GET /api/core/v1/tickets?projectId=p&pageSize=1&next=1");
  }

  @Test
  void aUrlIsTakenAsItIs() throws Exception {
    respond(TICKET);

    assertThat(evaluate("tickets.at(\"/api/v2/other\").id()")).isEqualTo("1");
    assertThat(request()).isEqualTo("GET /api/v2/other");
  }

  @Test
  void aBodyIsSentAsJson() throws Exception {
    respond(TICKET);

    evaluate("tickets.create(new TicketsApi.NewTicket(\"Crack\")).id()");

    RecordedRequest request = server.takeRequest();
    assertThat(request.getBody().utf8()).isEqualTo("{\"title\":\"Crack\"}");
  }

  @Test
  void nothingIsReturnedWhenADeletionIsDone() throws Exception {
    respond(NO_CONTENT);

    assertThat(evaluate("((Supplier<String>) () -> { tickets.delete(\"1\"); return \"\"; }).get()"))
        .isEqualTo("");
    assertThat(request()).isEqualTo("DELETE /api/core/v1/tickets/1");
  }

  @Test
  void aStatedReadIsDoneWithACredentialThatOnlyReads() throws Exception {
    respond("{\"data\":{\"tickets\":[]}}");
    String api =
        """
        @VisibuildApi(scope = Scope.READ)
        public interface TicketsApi {
          @RequiresScope(Scope.READ) @POST("tickets/search") List<String> search(@Body String text);
        }
        """;

    assertThat(evaluate(api, Scope.READ, "tickets.search(\"crack\")")).isEqualTo(List.of());
    assertThat(request()).isEqualTo("POST /api/core/v1/tickets/search");
  }

  private Object evaluate(String expression) throws Exception {
    return evaluate(API, Scope.READ_WRITE, expression);
  }

  /**
   * Compiles a program that makes a client of {@code api}, and has it evaluate {@code expression}.
   */
  private Object evaluate(String api, Scope scope, String expression) throws Exception {
    String program =
        """
        import java.util.function.*;
        public final class Program implements Function<Visibuild, Object> {
          @Override public Object apply(Visibuild visibuild) {
            try {
              TicketsApi tickets = TicketsApiClient.create(visibuild.%s());
              return %s;
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        }
        """
            .formatted(scope == Scope.READ ? "readAccess" : "writeAccess", expression);
    ClassLoader classes =
        new CompiledClasses(
            Compiling.compile(
                List.of(
                    Compiling.source("TicketsApi", api), Compiling.source("Program", program))));
    @SuppressWarnings("unchecked")
    Function<Visibuild, Object> compiled =
        (Function<Visibuild, Object>)
            classes.loadClass("api.Program").getDeclaredConstructor().newInstance();
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl("http://" + server.getHostName() + ":" + server.getPort())
            .credential(LegacyToken.of("token", scope))
            .build()) {
      return compiled.apply(visibuild);
    }
  }

  private void respond(String json) {
    MockResponse.Builder response = new MockResponse.Builder();
    server.enqueue(
        json.isEmpty()
            ? response.code(204).build()
            : response.addHeader("Content-Type", "application/json").body(json).build());
  }

  private String request() throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    return request.getMethod() + " " + request.getTarget();
  }
}
