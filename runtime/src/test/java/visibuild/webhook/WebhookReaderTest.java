package visibuild.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;

/** The events that a delivery can hold. */
class WebhookReaderTest {
  private final WebhookReader<Ticket> reader = WebhookReader.of(Ticket.class);

  record Ticket(String id, Integer ticketNo) {}

  @ParameterizedTest
  @CsvSource({
    "ticket.created, TicketCreated",
    "ticket.updated, TicketUpdated",
    "ticket.status_changed, TicketStatusChanged",
    "ticket.comment_added, TicketCommentAdded",
    "ticket.archived, TicketArchived",
    "ticket.exploded, Unknown"
  })
  void eachEventHasItsType(String type, String event) {
    assertThat(read(type).getClass().getSimpleName()).isEqualTo(event);
  }

  @Test
  void anEventHasItsTicket() {
    assertThat(read("ticket.created"))
        .isEqualTo(
            new WebhookEvent.TicketCreated<>(
                "e1",
                "ticket.created",
                Instant.parse("2027-03-01T08:00:00Z"),
                "v1",
                new Ticket("t1", 7)));
  }

  @Test
  void anEventThatIsNotKnownKeepsItsData() {
    WebhookEvent<Ticket> event = read("ticket.exploded");

    assertThat(event)
        .isInstanceOfSatisfying(
            WebhookEvent.Unknown.class,
            unknown -> assertThat(unknown.data().at("/ticket/id").asText()).isEqualTo("t1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "sentinel",
        "{}",
        "{\"id\":1}",
        "{\"id\":\"e\",\"type\":\"ticket.created\",\"timestamp\":\"sentinel\",\"data\":{}}",
        "{\"id\":\"e\",\"type\":\"ticket.created\",\"timestamp\":\"2027-03-01T08:00:00Z\"}",
        "{\"id\":\"e\",\"type\":\"ticket.created\",\"timestamp\":\"2027-03-01T08:00:00Z\","
            + "\"data\":{\"ticket\":{\"ticketNo\":\"sentinel\"}}}"
      })
  void whatIsNoEventIsRefusedAndNotRepeated(String body) {
    assertThatThrownBy(() -> reader.read(body.getBytes(UTF_8)))
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith("The webhook's ")
        .hasMessageNotContaining("sentinel")
        .hasNoCause();
  }

  @Test
  void aTicketThatCannotBeReadIsNamedByItsPlace() {
    String body =
        """
        {"id":"e1","type":"ticket.created","timestamp":"2027-03-01T08:00:00Z",
         "data":{"ticket":{"id":"t1","ticketNo":"sentinel"}}}""";

    assertThatThrownBy(() -> reader.read(body.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            DecodingException.class,
            e -> assertThat(e.jsonPath()).contains("$.data.ticket.ticketNo"))
        .hasMessageStartingWith(
            "The webhook's $.data.ticket.ticketNo: what stands there is no Integer");
  }

  record Cost(BigDecimal amount) {}

  @Test
  void decimals_keepAllDigits() {
    String event =
        """
        {"id":"e1","type":"ticket.updated","timestamp":"2027-03-01T08:00:00Z",
         "data":{"ticket":{"amount":0.1234567890123456789010}}}
        """;

    assertThat(WebhookReader.of(Cost.class).read(event.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            WebhookEvent.TicketUpdated.class,
            updated ->
                assertThat(updated.ticket())
                    .isEqualTo(new Cost(new BigDecimal("0.1234567890123456789010"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {" {}", " x", "]", "\u0000"})
  void textAfterTheEvent_isRefused(String rest) {
    String event =
        "{\"id\":\"e1\",\"type\":\"other\",\"timestamp\":\"2027-03-01T08:00:00Z\",\"data\":{}}";

    assertThatThrownBy(() -> reader.read((event + rest).getBytes(UTF_8)))
        .isInstanceOf(DecodingException.class)
        .hasMessage("The webhook's body is not JSON.");
  }

  private WebhookEvent<Ticket> read(String type) {
    String body =
        """
        {"id":"e1","type":"%s","timestamp":"2027-03-01T08:00:00Z","apiVersion":"v1",
         "data":{"ticket":{"id":"t1","ticketNo":7,"title":"Leak"}}}"""
            .formatted(type);
    return reader.read(body.getBytes(UTF_8));
  }
}
