package visibuild.testing.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that wants to hear of events.
 *
 * @param projectIds of which projects, or of all if there are none
 * @param failureCount how many deliveries failed
 */
public record Webhook(
    String id,
    String url,
    @Nullable String description,
    List<String> events,
    boolean enabled,
    List<String> projectIds,
    int failureCount,
    Instant createdAt,
    Instant updatedAt) {
  /** All events that there are. */
  public static final List<String> EVENTS =
      List.of(
          "ticket.created",
          "ticket.updated",
          "ticket.status_changed",
          "ticket.comment_added",
          "ticket.archived");

  /** The same, with one failed delivery more. */
  public Webhook failed() {
    return new Webhook(
        id, url, description, events, enabled, projectIds, failureCount + 1, createdAt, updatedAt);
  }

  /** The same, switched on or off at {@code now}. */
  public Webhook switched(boolean on, Instant now) {
    return new Webhook(id, url, description, events, on, projectIds, failureCount, createdAt, now);
  }
}
