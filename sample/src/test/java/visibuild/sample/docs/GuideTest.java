package visibuild.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.ForbiddenException;
import visibuild.InvalidRequestException;
import visibuild.NotFoundException;
import visibuild.RateLimitedException;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.sample.api.TicketDeskApi;
import visibuild.sample.api.TicketDeskApiClient;
import visibuild.sample.records.NewTicket;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.TicketStatus;
import visibuild.testing.Fault;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Single calls: what they return, how they fail, and what is different for one. */
@VisibuildSandboxTest
class GuideTest {
  private VisibuildSandbox sandbox;
  private GuideApi api;
  private TicketDeskApi desk;
  private String id;

  @BeforeEach
  void connect(VisibuildSandbox sandbox, Visibuild visibuild) {
    this.sandbox = sandbox;
    api = GuideApiClient.create(visibuild.readAccess());
    desk = TicketDeskApiClient.create(visibuild.writeAccess());
    id = api.tickets(null).limit(1).iterator().next().id();
    sandbox.forgetRequests();
  }

  @Test
  void returnTypes() {
    Ticket ticket = api.ticket(id); // NotFoundException, if there is none
    Optional<Ticket> found = api.findTicket(id); // empty, if there is none
    CompletableFuture<String> title = api.ticketLater(id).thenApply(Ticket::title);

    Response<Ticket> response = api.ticketWithHeaders(id);
    String requestId = response.headers().get("X-Request-Id");

    assertThat(found).contains(ticket);
    assertThat(title.join()).isEqualTo(ticket.title());
    assertThat(response.body()).isEqualTo(ticket);
    assertThat(requestId).isNotBlank();
  }

  @Test
  void stream() throws IOException {
    String projectId = api.projects().iterator().next().id();
    long bytes;

    try (ResponseBody body = api.export(projectId);
        InputStream json = body.byteStream()) {
      bytes = json.transferTo(OutputStream.nullOutputStream());
    }

    assertThat(bytes).isPositive();
  }

  @Test
  void decoding() {
    sandbox.fail(Fault.malformedBody());
    String said = "";

    try {
      api.ticket(id);
    } catch (DecodingException e) {
      said = e.method().orElse("") + " got what it cannot read: " + e.getMessage();
    }

    assertThat(said).startsWith("GuideApiClient.ticket got what it cannot read: ");
  }

  @Test
  void errors() {
    NewTicket ticket = new NewTicket("", "no-such-project", null, null, List.of());
    Map<String, List<String>> shown = Map.of();

    try {
      desk.open(ticket);
    } catch (InvalidRequestException e) {
      shown = e.fieldErrors(); // {title=[can't be blank], ...}
    } catch (ForbiddenException e) {
      log("It needs " + e.required() + ", and the token has " + e.granted());
    } catch (RateLimitedException e) {
      log("Again in " + e.retryAfter());
    } catch (VisibuildException e) {
      log(e.getMessage());
    }

    assertThat(shown).isNotEmpty();
  }

  @Test
  void missing() {
    String line = "";

    try {
      api.ticket("00000000-0000-0000-0000-000000000000");
    } catch (NotFoundException e) {
      line = e.errorResponse() + " " + e.body(); // one line for a log, and what came
    }

    assertThat(line).startsWith("GET api/core/v1/tickets/{id} was answered 404");
  }

  @Test
  void options() {
    RequestOptions patient =
        RequestOptions.none().timeout(Duration.ofMinutes(5)).header("X-Reason", "night job");

    Ticket ticket = api.ticket(id, patient);

    assertThat(ticket.id()).isEqualTo(id);
    assertThat(sandbox.apiRequests()).hasSize(1);
  }

  @Test
  void parameters() {
    List<Ticket> open = api.tickets(TicketStatus.OPEN).stream().toList();

    assertThat(open).isNotEmpty();
    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::query)
        .first()
        .asString()
        .contains("status=open");
  }

  @Test
  void retries() {
    sandbox.fail(Fault.disconnected());
    Ticket ticket;

    try (Visibuild patient =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ))
            .retries(5) // 3 where nothing is said
            .rateLimit(10, Duration.ofSeconds(1)) // of all threads and clients together
            .callTimeout(Duration.ofMinutes(2)) // of a call, its waits included
            .userAgent("night-job/1.0")
            .build()) {
      ticket = GuideApiClient.create(patient.readAccess()).ticket(id);
    }

    assertThat(ticket.id()).isEqualTo(id);
  }

  private static void log(String line) {
    System.getLogger("guide").log(System.Logger.Level.INFO, line);
  }
}
