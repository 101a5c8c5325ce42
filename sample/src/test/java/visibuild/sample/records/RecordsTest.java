package visibuild.sample.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import visibuild.sample.FromJson;

class RecordsTest {
  @Test
  void visiIsReadWithItsDates() {
    Visi visi =
        FromJson.visi(
            """
            {"id": "v1", "status": "n_a", "dueDate": "2026-05-31",
             "holdPointSkippedAt": "2026-05-01T09:00:00Z"}
            """);

    assertThat(visi.status()).isEqualTo(VisiStatus.NOT_APPLICABLE);
    assertThat(visi.dueDate()).isEqualTo(LocalDate.of(2026, 5, 31));
    assertThat(visi.holdPointSkippedAt()).isEqualTo(Instant.parse("2026-05-01T09:00:00Z"));
  }

  @Test
  void statusThatIsNewIsUnknown() {
    assertThat(FromJson.visi("{\"id\": \"v1\", \"status\": \"frozen\"}").status())
        .isEqualTo(VisiStatus.UNKNOWN);
  }

  @Test
  void statusThatIsMissingIsUnknown() {
    assertThat(FromJson.visi("{\"id\": \"v1\"}").status()).isEqualTo(VisiStatus.UNKNOWN);
  }

  @Test
  void statusThatIsNullIsUnknown() {
    assertThat(FromJson.ticket("{\"id\": \"t1\", \"status\": null}").status())
        .isEqualTo(TicketStatus.UNKNOWN);
  }

  @Test
  void listThatIsMissingIsEmpty() {
    assertThat(FromJson.visi("{\"id\": \"v1\"}").projectAttachmentIds()).isEmpty();
  }

  @Test
  void listThatIsNullIsEmpty() {
    assertThat(FromJson.ticket("{\"id\": \"t1\", \"visis\": null}").visis()).isEmpty();
  }

  @Test
  void eventsAreReadByTheirNames() {
    WebhookEndpoint webhook =
        FromJson.read(
            "{\"id\": \"w1\", \"events\": [\"ticket.created\", \"ticket.frozen\"]}",
            WebhookEndpoint.class);

    assertThat(webhook.events()).containsExactly(WebhookEvent.TICKET_CREATED, WebhookEvent.UNKNOWN);
  }

  @Test
  void secretOfAWebhookIsNotInItsText() {
    WebhookEndpoint webhook =
        FromJson.read("{\"id\": \"w1\", \"secret\": \"s3cr3t\"}", WebhookEndpoint.class);

    assertThat(webhook.secret()).isEqualTo("s3cr3t");
    assertThat(webhook.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void listOfARecordIsACopy() {
    List<WebhookEvent> events = new ArrayList<>(List.of(WebhookEvent.TICKET_CREATED));
    NewWebhook webhook = new NewWebhook("https://hooks.test", events, null, List.of());
    events.clear();

    assertThat(webhook.events()).containsExactly(WebhookEvent.TICKET_CREATED);
  }
}
