package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Response;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import visibuild.Credential;
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
import visibuild.client.WebhookChange;
import visibuild.client.WebhookEndpoint;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Single calls: return types, errors, options and retries. */
@VisibuildSandboxTest
class CallExamplesTest {
  private VisibuildSandbox sandbox;
  private VisibuildReadClient api;
  private GuideApi guide;
  private TicketsWriteApi tickets;
  private String id;
  @TempDir private Path folder;

  /** The output of the examples. */
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void connect(VisibuildSandbox sandbox, Visibuild visibuild) {
    this.sandbox = sandbox;
    api = VisibuildReadClient.create(visibuild.readAccess());
    guide = GuideApiClient.create(visibuild.readAccess());
    tickets = VisibuildClient.create(visibuild.writeAccess()).tickets();
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
    String projectId = api.projects().list().iterator().next().id();
    Path file = folder.resolve("visis.json");

    try (ResponseBody body = guide.export(projectId);
        InputStream json = body.byteStream()) {
      Files.copy(json, file);
    }

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void decoding() {
    sandbox.fail(Fault.malformedBody());

    try {
      guide.ticket(id);
    } catch (DecodingException e) {
      log(e.method().orElse("") + " cannot be decoded at " + e.jsonPath().orElse("$"));
    }

    assertThat(lines).singleElement().asString().startsWith("GuideApiClient.ticket cannot be");
  }

  @Test
  void errors() {
    NewTicket ticket = NewTicket.of("", "00000000-0000-0000-0000-000000000000");

    try {
      tickets.open(ticket);
    } catch (InvalidRequestException e) {
      log("Check the fields: " + e.fieldErrors()); // {title=[can't be blank], ...}
    } catch (ForbiddenException e) {
      log("It needs " + e.required() + ", and the token has " + e.granted());
    } catch (RateLimitedException e) {
      log("Again in " + e.retryAfter());
    } catch (VisibuildException e) {
      log(e.getMessage());
    }

    assertThat(lines).singleElement().asString().contains("{title=[can't be blank]");
  }

  @Test
  void missing() {
    String id = "00000000-0000-0000-0000-000000000000";

    try {
      guide.ticket(id);
    } catch (NotFoundException e) {
      log(e.errorResponse() + " " + e.body()); // one line for a log, and the response body
    }

    assertThat(lines).singleElement().asString().contains("GET api/core/v1/tickets/{id}", "404");
  }

  @Test
  void options() {
    RequestOptions patient =
        RequestOptions.none().timeout(Duration.ofMinutes(5)).header("X-Reason", "night job");
    Ticket ticket = guide.ticket(id, patient);

    assertThat(ticket.id()).isEqualTo(id);
    assertThat(sandbox.apiRequests()).hasSize(1);
  }

  @Test
  void optionsOfAnAccess() {
    try (Visibuild visibuild = sandbox.visibuild(Scope.READ)) {
      RequestOptions nightly = RequestOptions.none().timeout(Duration.ofMinutes(5));
      VisibuildReadClient night =
          VisibuildReadClient.create(visibuild.readAccess().withOptions(nightly));

      assertThat(night.projects().list()).isNotEmpty();
    }
  }

  @Test
  void retries() {
    sandbox.fail(Fault.disconnected());
    String baseUrl = sandbox.baseUrl();
    Credential credential = sandbox.clientCredentials(Scope.READ);

    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(baseUrl)
            .credential(credential)
            .retries(5)
            .maxWait(Duration.ofMinutes(3))
            .callTimeout(Duration.ofMinutes(5))
            .rateLimit(10, Duration.ofSeconds(1))
            .build()) {
      VisibuildReadClient reader = VisibuildReadClient.create(visibuild.readAccess());
      log(reader.tickets().find(id).orElseThrow().title());
    }

    assertThat(lines).hasSize(1);
  }

  @Test
  void idempotentWrite() {
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ_WRITE))
            .build()) {
      VisibuildClient writer = VisibuildClient.create(visibuild.writeAccess());
      String id = writer.webhooks().list().iterator().next().id();
      sandbox.fail(Fault.responseLost());

      RequestOptions repeatable = RequestOptions.none().idempotent();
      WebhookEndpoint stopped = writer.webhooks().change(id, new WebhookChange(false), repeatable);

      assertThat(stopped.enabled()).isFalse();
    }
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

  private void log(String line) {
    lines.add(line);
  }
}
