package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.webhook.InvalidSignatureException;
import visibuild.webhook.SignatureScheme;
import visibuild.webhook.WebhookEvent;
import visibuild.webhook.WebhookReader;
import visibuild.webhook.WebhookVerifier;

class WebhookDeliveryTest {
  private static final SignatureScheme SCHEME = SignatureScheme.timestampedHeader("X-Signature");
  private static final String WEBHOOKS = "/api/core/v1/webhooks";

  private final VisibuildSandbox sandbox =
      VisibuildSandbox.builder().strict().webhookSignatures(SCHEME).start();
  private final Web web = new Web(sandbox);
  private final MockWebServer receiver = new MockWebServer();

  record Ticket(String title, String status) {}

  @BeforeEach
  void start() throws IOException {
    receiver.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    receiver.close();
  }

  @Test
  void builtDelivery_passesTheVerifierAndIsRead() {
    WebhookDelivery delivery =
        WebhookDelivery.builder("ticket.status_changed")
            .ticket("status", "closed")
            .signature(SCHEME, "secret")
            .build();

    WebhookVerifier.of(SCHEME, "secret")
        .tolerance(Duration.ofMinutes(5))
        .verify(delivery::header, delivery.body());
    assertThat(WebhookReader.of(Ticket.class).read(delivery.body()))
        .isInstanceOfSatisfying(
            WebhookEvent.TicketStatusChanged.class,
            event ->
                assertThat(event.ticket())
                    .isEqualTo(new Ticket("Water stain on the ceiling of the bathroom", "closed")));
    assertThatThrownBy(
            () -> WebhookVerifier.of(SCHEME, "other").verify(delivery::header, delivery.body()))
        .isInstanceOf(InvalidSignatureException.class);
  }

  @Test
  void builtDelivery_hasTheFormOfTheDocumentation() throws IOException {
    Instant time = Instant.parse("2026-03-17T09:00:00Z");

    JsonNode event =
        Web.JSON.readTree(
            WebhookDelivery.builder("ticket.frozen").id("e1").timestamp(time).build().body());

    assertThat(event.fieldNames())
        .toIterable()
        .containsExactly("id", "type", "timestamp", "apiVersion", "data");
    assertThat(event.path("type").asText()).isEqualTo("ticket.frozen");
    assertThat(event.path("timestamp").asText()).startsWith("2026-03-17T09:00:00");
    assertThat(event.path("data").path("ticket").path("ticketNo").asInt()).isEqualTo(128);
  }

  @Test
  void delivery_reachesTheReceiver() throws InterruptedException {
    receiver.enqueue(new MockResponse.Builder().code(204).build());
    WebhookDelivery delivery =
        WebhookDelivery.builder("ticket.created").signature(SCHEME, "secret").build();

    assertThat(sandbox.deliver(delivery, url())).isEqualTo(204);

    RecordedRequest request = receiver.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
    WebhookVerifier.of(SCHEME, "secret")
        .verify(request.getHeaders()::get, request.getBody().toByteArray());
  }

  @Test
  void eventOfTheSandbox_isSignedWithTheSecretOfTheWebhook() throws InterruptedException {
    String secret = createWebhook("ticket.updated");
    receiver.enqueue(new MockResponse.Builder().build());

    assertThat(sandbox.deliver("ticket.updated", url())).isEqualTo(200);

    assertVerified(receiver.takeRequest(), secret, "ticket.updated");
  }

  @Test
  void eventForAnUnknownUrl_isNotSigned() throws InterruptedException {
    receiver.enqueue(new MockResponse.Builder().build());

    sandbox.deliver("ticket.updated", url());

    assertThat(receiver.takeRequest().getHeaders().get("X-Signature")).isNull();
  }

  @Test
  void openedTicket_isSentToTheWebhook() throws InterruptedException {
    String secret = createWebhook("ticket.created");
    receiver.enqueue(new MockResponse.Builder().build());

    openTicket();

    RecordedRequest request = receiver.takeRequest(10, TimeUnit.SECONDS);
    assertVerified(request, secret, "ticket.created");
    assertThat(WebhookReader.of(Ticket.class).read(request.getBody().toByteArray()))
        .isInstanceOfSatisfying(
            WebhookEvent.TicketCreated.class,
            event -> assertThat(event.ticket()).isEqualTo(new Ticket("Crack", "pending")));
  }

  @Test
  void openedTicket_isSentToNoWebhookOfOtherEvents() throws InterruptedException {
    createWebhook("ticket.archived");
    String secret = createWebhook("ticket.created");
    receiver.enqueue(new MockResponse.Builder().build());

    openTicket();

    assertVerified(receiver.takeRequest(10, TimeUnit.SECONDS), secret, "ticket.created");
    assertThat(receiver.getRequestCount()).isEqualTo(1);
  }

  @Test
  void refusedDelivery_isCounted() throws Exception {
    createWebhook("ticket.created");
    receiver.enqueue(new MockResponse.Builder().code(500).build());
    receiver.enqueue(new MockResponse.Builder().code(200).build());

    openTicket();

    // One thread sends in order, so the second delivery ends after the first was counted.
    CompletableFuture<Boolean> second = new CompletableFuture<>();
    sandbox.servers().deliveries().postLater(url(), new byte[0], Map.of(), second::complete);
    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(web.get(WEBHOOKS).data("webhookEndpoints"))
        .filteredOn(hook -> hook.path("url").asText().equals(url()))
        .allMatch(hook -> hook.path("failureCount").asInt() == 1)
        .hasSize(1);
  }

  @Test
  void closedSandbox_sendsNothingMore() {
    createWebhook("ticket.created");
    sandbox.close();

    sandbox.servers().deliveries().postLater(url(), new byte[0], Map.of(), accepted -> {});

    assertThat(receiver.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hook",
        "http://127.0.0.1.example.com/",
        "http://localhost.example.com/",
        "http://10.0.0.1/",
        "ftp://127.0.0.1/",
        "no url"
      })
  void otherHost_isRefused(String url) {
    assertThatThrownBy(() -> sandbox.deliver("ticket.created", url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback only");
  }

  @Test
  void receiverThatIsDown_isNamed() {
    String url = url();
    receiver.close();

    assertThatThrownBy(() -> sandbox.deliver("ticket.created", url))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(url);
  }

  @Test
  void webhookWithPlainHttpElsewhere_isRefused() {
    Web.Reply response =
        web.write(
            "POST", WEBHOOKS, "{\"url\":\"http://example.com\",\"events\":[\"ticket.created\"]}");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.body()).contains("must be an https URL");
  }

  private void openTicket() {
    String ticket = "{\"title\": \"Crack\", \"projectId\": \"" + web.projectId(0) + "\"}";
    assertThat(web.write("POST", "/api/core/v1/tickets", ticket).status()).isEqualTo(201);
  }

  private String createWebhook(String event) {
    String body = "{\"url\":\"" + url() + "\",\"events\":[\"" + event + "\"]}";
    return web.write("POST", WEBHOOKS, body).data("webhookEndpoint").path("secret").asText();
  }

  private String url() {
    return receiver.url("/hook").toString();
  }

  private static void assertVerified(RecordedRequest request, String secret, String type) {
    byte[] body = request.getBody().toByteArray();
    WebhookVerifier.of(SCHEME, secret).verify(request.getHeaders()::get, body);
    assertThat(WebhookReader.of(Ticket.class).read(body).type()).isEqualTo(type);
  }
}
