package visibuild.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.Visibuild;

@Tag("slow")
class RecordsTest {
  @Test
  void visi_keepsItsDatesAndTimes() {
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
  void newStatus_isUnknown() {
    assertThat(FromJson.visi("{\"id\": \"v1\", \"status\": \"frozen\"}").status())
        .isEqualTo(VisiStatus.UNKNOWN);
  }

  @Test
  void missingStatus_isUnknown() {
    assertThat(FromJson.visi("{\"id\": \"v1\"}").status()).isEqualTo(VisiStatus.UNKNOWN);
  }

  @Test
  void nullStatus_isUnknown() {
    assertThat(FromJson.ticket("{\"id\": \"t1\", \"status\": null}").status())
        .isEqualTo(TicketStatus.UNKNOWN);
  }

  @Test
  void missingList_isEmpty() {
    assertThat(FromJson.visi("{\"id\": \"v1\"}").projectAttachmentIds()).isEmpty();
  }

  @Test
  void nullList_isEmpty() {
    assertThat(FromJson.ticket("{\"id\": \"t1\", \"visis\": null}").visis()).isEmpty();
  }

  @Test
  void newEventType_isUnknown() {
    WebhookEndpoint webhook =
        FromJson.read(
            "{\"id\": \"w1\", \"events\": [\"ticket.created\", \"ticket.frozen\"]}",
            WebhookEndpoint.class);

    assertThat(webhook.events())
        .containsExactly(WebhookEventType.TICKET_CREATED, WebhookEventType.UNKNOWN);
  }

  @Test
  void secretOfAWebhook_isReadButNeverWritten() throws JsonProcessingException {
    WebhookEndpoint webhook =
        FromJson.read("{\"id\": \"w1\", \"secret\": \"s3cr3t\"}", WebhookEndpoint.class);

    assertThat(webhook.secret()).isEqualTo("s3cr3t");
    assertThat(webhook.toString()).doesNotContain("s3cr3t");
    assertThat(Visibuild.newObjectMapper().writeValueAsString(webhook)).doesNotContain("s3cr3t");
  }

  @Test
  void listOfARecord_isACopy() {
    List<WebhookEventType> events = new ArrayList<>(List.of(WebhookEventType.TICKET_CREATED));
    NewWebhook webhook = new NewWebhook("https://hooks.test", events, null, List.of());
    events.clear();

    assertThat(webhook.events()).containsExactly(WebhookEventType.TICKET_CREATED);
  }

  @Test
  void everyEnumeration_hasADefaultConstant() {
    List<Class<?>> enumerations =
        new ClassFileImporter()
            .importPackages("visibuild.client").stream()
                .filter(type -> type.isEnum() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .<Class<?>>map(JavaClass::reflect)
                .toList();

    assertThat(enumerations)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            type ->
                assertThat(type.getField("UNKNOWN").isAnnotationPresent(JsonEnumDefaultValue.class))
                    .isTrue());
  }

  @Test
  void unknownPriorityOfANewTicket_isRefused() {
    assertThatThrownBy(() -> NewTicket.of("Crack", "p1").withPriority(TicketPriority.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNKNOWN");
  }

  @Test
  void unknownEventOfANewWebhook_isRefused() {
    assertThatThrownBy(
            () ->
                new NewWebhook(
                    "https://hooks.test", List.of(WebhookEventType.UNKNOWN), null, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNKNOWN");
  }
}
