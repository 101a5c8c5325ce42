package visibuild.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened in Visibuild. The set of events grows; one that is not known here is {@link
 * Unknown}, and not an error.
 *
 * <p>Deliveries may come twice and out of order: tell them apart by {@link #id}.
 *
 * @param <T> the program's record of a ticket
 * @since 0.1
 */
public sealed interface WebhookEvent<T> {
  /** The event's own id: the same for each delivery of it. */
  String id();

  /** The event's name in Visibuild, such as {@code ticket.created}. */
  String type();

  /** When it happened. */
  Instant timestamp();

  /** The version of the event's form; {@code null} if it does not say. */
  @Nullable String apiVersion();

  /**
   * A ticket was created.
   *
   * @since 0.1
   */
  record TicketCreated<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, T ticket)
      implements WebhookEvent<T> {}

  /**
   * A ticket was changed.
   *
   * @since 0.1
   */
  record TicketUpdated<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, T ticket)
      implements WebhookEvent<T> {}

  /**
   * A ticket has another status.
   *
   * @since 0.1
   */
  record TicketStatusChanged<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, T ticket)
      implements WebhookEvent<T> {}

  /**
   * Somebody commented on a ticket.
   *
   * @since 0.1
   */
  record TicketCommentAdded<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, T ticket)
      implements WebhookEvent<T> {}

  /**
   * A ticket was archived.
   *
   * @since 0.1
   */
  record TicketArchived<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, T ticket)
      implements WebhookEvent<T> {}

  /**
   * Something that this version does not know.
   *
   * @param data what the event says, as it came
   * @since 0.1
   */
  record Unknown<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, JsonNode data)
      implements WebhookEvent<T> {}
}
