package visibuild.docs;

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
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import visibuild.DecodingException;
import visibuild.ForbiddenException;
import visibuild.InvalidRequestException;
import visibuild.NotFoundException;
import visibuild.RateLimitedException;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.client.NewTicket;
import visibuild.client.Ticket;
import visibuild.client.TicketsWriteApi;
import visibuild.client.VisibuildClient;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Single calls: return types, errors, options and retries. */
@VisibuildSandboxTest
class CallExamplesTest {
  private VisibuildSandbox sandbox;
  private VisibuildReadClient api;
  private GuideApi guide;
  private TicketsWriteApi desk;
  private String id;

  @BeforeEach
  void connect(VisibuildSandbox sandbox, Visibuild visibuild) {
    this.sandbox = sandbox;
    api = VisibuildReadClient.create(visibuild.readAccess());
    guide = GuideApiClient.create(visibuild.readAccess());
    desk = VisibuildClient.create(visibuild.writeAccess()).tickets();
    id = api.tickets().list().limit(1).iterator().next().id();
    sandbox.forgetRequests();
  }

  @Test
  void returnTypes() {
    Optional<Ticket> found = api.tickets().find(id); // empty on 404
    CompletableFuture<String> title = guide.ticketLater(id).thenApply(Ticket::title);
    Response<Ticket> response = guide.ticketWithHeaders(id);

    assertThat(found).isPresent();
    assertThat(title.join()).isEqualTo(found.orElseThrow().title());
    assertThat(response.body()).isEqualTo(found.orElseThrow());
  }

  @Test
  void stream() throws IOException {
    GuideApi api = guide;
    String projectId = this.api.projects().list().iterator().next().id();
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
    String seen = "";

    try {
      guide.ticket(id);
    } catch (DecodingException e) {
      seen = e.method().orElse("") + " cannot be decoded at " + e.jsonPath();
    }

    assertThat(seen).startsWith("GuideApiClient.ticket cannot be decoded at ");
  }

  @Test
  void errors() {
    NewTicket ticket = NewTicket.of("", "00000000-0000-0000-0000-000000000000");
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
      guide.ticket("00000000-0000-0000-0000-000000000000");
    } catch (NotFoundException e) {
      line = e.errorResponse() + " " + e.body(); // one line for a log, and the response body
    }

    assertThat(line).contains("GET api/core/v1/tickets/{id}").contains("404");
  }

  @Test
  void options() {
    GuideApi api = guide;

    RequestOptions patient =
        RequestOptions.none().timeout(Duration.ofMinutes(5)).header("X-Reason", "night job");

    Ticket ticket = api.ticket(id, patient);

    assertThat(ticket.id()).isEqualTo(id);
    assertThat(sandbox.apiRequests()).hasSize(1);
  }

  @Test
  void retries() {
    sandbox.fail(Fault.disconnected());
    Ticket ticket;

    try (Visibuild patient =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ))
            .retries(5) // the default is 3
            .rateLimit(10, Duration.ofSeconds(1)) // of all threads and clients together
            .callTimeout(Duration.ofMinutes(2)) // of one call, with its waits
            .userAgent("night-job/1.0")
            .build()) {
      ticket = GuideApiClient.create(patient.readAccess()).ticket(id);
    }

    assertThat(ticket.id()).isEqualTo(id);
  }

  @Test
  void rxJava() {
    Visibuild.Builder builder =
        Visibuild.builder()
            .callAdapterFactory(
                RxJava3CallAdapterFactory.create()); // com.squareup.retrofit2:adapter-rxjava3

    try (Visibuild visibuild =
        builder
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ))
            .build()) {
      assertThat(GuideApi_RxApiClient.create(visibuild.readAccess()).get(id).blockingGet().id())
          .isEqualTo(id);
    }
  }

  private static void log(String line) {
    System.getLogger("guide").log(System.Logger.Level.INFO, line);
  }
}
