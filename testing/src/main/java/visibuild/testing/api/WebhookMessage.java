package visibuild.testing.api;

import java.time.Instant;
import java.util.Map;

/**
 * The body of a delivery, as the help article <i>Webhooks</i> shows it.
 *
 * @param id the id of the event
 * @param type the type of the event, such as {@code ticket.created}
 * @param timestamp the time of the event
 * @param apiVersion the version of the format, a date
 * @param data the subject of the event: {@code ticket}
 */
record WebhookMessage(
    String id, String type, Instant timestamp, String apiVersion, Map<String, Object> data) {
  private static final String VERSION = "2025-01-01";

  static WebhookMessage ofTicket(String id, String type, Instant timestamp, Object ticket) {
    return new WebhookMessage(id, type, timestamp, VERSION, Map.of("ticket", ticket));
  }
}
