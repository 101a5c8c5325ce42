package visibuild.compat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Tag;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.HttpLogLevel;
import visibuild.HttpOptions;
import visibuild.NotFoundException;
import visibuild.Page;
import visibuild.RateLimitedException;
import visibuild.RequestOptions;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.KeepAliveServer.Reply;
import visibuild.internal.http.OkHttpVersion;

/**
 * A program that takes the main paths of the runtime and prints {@code passed}. It uses nothing
 * that only the newest versions of OkHttp, Jackson or Kotlin have, so that it runs with older ones.
 */
public final class CorePaths {
  private static final String TICKET =
      "{\"data\":{\"ticket\":{\"id\":\"t1\",\"count\":3,\"createdAt\":\"2026-01-02T03:04:05Z\","
          + "\"kind\":\"defect\",\"more\":[1,{}]}}}";

  private final KeepAliveServer server;
  private final Tickets tickets;
  private int done;

  /** A record with what responses have. */
  public record Ticket(String id, int count, Instant createdAt, Kind kind) {}

  /** An enum of the API. */
  public enum Kind {
    /** A constant with a name of its own in JSON. */
    @JsonProperty("defect")
    DEFECT
  }

  /** Calls of each kind. */
  public interface Tickets {
    @GET("api/core/v1/tickets/{id}")
    Call<Ticket> ticket(@Path("id") String id, @Tag RequestOptions options);

    @GET("api/core/v1/tickets")
    Call<Page<Ticket>> page(@Query("pageSize") Integer pageSize, @Query("next") String next);

    @GET("api/core/v1/tickets")
    Call<List<Ticket>> since(@Query("since") Instant since, @Query("kind") Kind kind);

    @POST("api/core/v1/tickets")
    Call<Ticket> open(@Body Ticket ticket);

    @DELETE("api/core/v1/tickets/{id}")
    Call<Void> delete(@Path("id") String id);

    @GET("api/core/v1/export")
    Call<ResponseBody> export();
  }

  private CorePaths(KeepAliveServer server, Visibuild visibuild) {
    this.server = server;
    this.tickets = visibuild.writeAccess().implement(Tickets.class);
  }

  /** Runs the paths. */
  public static void main(String[] arguments) throws Exception {
    run(HttpOptions.defaults().maxConcurrentRequests(3), null);
    OkHttpClient client = new OkHttpClient();
    run(null, client);
    client.dispatcher().executorService().shutdown();
    System.out.println("passed with OkHttp " + OkHttpVersion.current());
  }

  private static void run(HttpOptions options, OkHttpClient client) throws Exception {
    try (KeepAliveServer server = new KeepAliveServer()) {
      Visibuild.Builder builder =
          server
              .builder()
              .httpLog(HttpLogLevel.BODY, line -> {})
              .callTimeout(Duration.ofMinutes(1));
      try (Visibuild visibuild =
          (client == null ? builder.http(options) : builder.httpClient(client)).build()) {
        new CorePaths(server, visibuild).run();
      }
    }
  }

  private void run() throws Exception {
    RequestOptions options = RequestOptions.none().timeout(Duration.ofSeconds(30));
    respond(line -> KeepAliveServer.ok(TICKET));
    Ticket ticket = ClientCalls.execute(tickets.ticket("t1", options));
    check(ticket.count() == 3 && ticket.kind() == Kind.DEFECT);
    check(ticket.createdAt().equals(Instant.parse("2026-01-02T03:04:05Z")));
    check(
        ClientCalls.async(tickets.ticket("t1", options)).get(30, TimeUnit.SECONDS).equals(ticket));
    Response<Ticket> response = ClientCalls.executeResponse(tickets.open(ticket));
    check(response.code() == 200);
    ClientCalls.executeVoid(tickets.delete("t1"));
    server.sendUnsolicited("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    check(ClientCalls.execute(tickets.ticket("t1", options)).equals(ticket));
    paths();
    failures(options);
    server.closeIdleConnections();
    respond(line -> KeepAliveServer.ok(TICKET));
    check(ClientCalls.execute(tickets.open(ticket)).equals(ticket));
  }

  private void paths() throws IOException {
    respond(
        line ->
            KeepAliveServer.ok(
                "{\"data\":{\"tickets\":[%s]},\"pagination\":{\"next\":%s}}"
                    .formatted(
                        TICKET.substring(TICKET.indexOf("{\"id"), TICKET.length() - 2),
                        line.contains("next=b") ? "null" : "\"b\"")));
    check(ClientCalls.paged(tickets::page).pageSize(1).stream().count() == 2);
    respond(line -> KeepAliveServer.ok("{\"data\":{\"tickets\":[]}}"));
    check(ClientCalls.execute(tickets.since(Instant.EPOCH, Kind.DEFECT)).isEmpty());
    respond(line -> KeepAliveServer.ok("plain"));
    try (ResponseBody body = ClientCalls.executeBody(tickets.export())) {
      check(body.string().equals("plain"));
    }
  }

  private void failures(RequestOptions options) {
    respond(line -> reply("404 Not Found", ""));
    fails(NotFoundException.class, options);
    respond(line -> KeepAliveServer.ok("{\"data\":{\"ticket\":{\"id\":\"t1\"}}}"));
    fails(DecodingException.class, RequestOptions.none().header("X-Test", "1"));
    int before = server.calls().size();
    respond(line -> server.calls().size() == before + 1 ? broken() : KeepAliveServer.ok(TICKET));
    check(ClientCalls.execute(tickets.ticket("t1", options)).count() == 3);
    respond(line -> reply("429 Too Many Requests", "Retry-After: 3600"));
    fails(RateLimitedException.class, options);
  }

  private static Reply broken() {
    return KeepAliveServer.reply("200 OK", "Content-Length: 500", TICKET, true);
  }

  private static Reply reply(String status, String header) {
    return KeepAliveServer.reply(
        status, (header.isEmpty() ? "" : header + "\r\n") + "Content-Length: 0", "", false);
  }

  private void fails(Class<? extends Exception> type, RequestOptions options) {
    try {
      Ticket unexpected = ClientCalls.execute(tickets.ticket("t1", options));
      throw new AssertionError("expected " + type + ", not " + unexpected);
    } catch (NotFoundException | RateLimitedException | DecodingException | ConnectionException e) {
      check(type.isInstance(e) && Objects.requireNonNull(e.getMessage()).contains("GET"));
    }
  }

  private void respond(KeepAliveServer.Responder responder) {
    server.calls(responder);
  }

  private void check(boolean holds) {
    done++;
    if (!holds) {
      throw new AssertionError("check " + done + " failed");
    }
  }
}
