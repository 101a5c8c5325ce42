package visibuild.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook event of Visibuild, as {@link WebhookReader} reads it.
 *
 * <pre>{@code
 * WebhookEvent<Ticket> event = reader.read(body);
 * if (event instanceof WebhookEvent.TicketCreated<Ticket> created) {
 *   welcome(created.ticket());
 * }
 * }</pre>
 *
 * <p>An event that this version does not know is {@link Unknown}, and not an error. Later versions
 * may add event types, so a receiver must ignore the types that it does not know. The interface is
 * not sealed, so a {@code switch} over events needs a default branch.
 *
 * <p>A delivery may arrive twice and out of order; {@link #id} identifies the event. All events are
 * immutable.
 *
 * @param <T> the program's record of a ticket
 * @since 0.1
 */
public interface WebhookEvent<T> {
  /** Returns the event's identifier, which all of its deliveries share. */
  String id();

  /** Returns the event's name in Visibuild, such as {@code ticket.created}. */
  String type();

  /** Returns the time of the event. */
  Instant timestamp();

  /** Returns the version of the event's format; null if the delivery names none. */
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
   * The status of a ticket was changed.
   *
   * @since 0.1
   */
  record TicketStatusChanged<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, T ticket)
      implements WebhookEvent<T> {}

  /**
   * A comment was added to a ticket.
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
   * An event that this version does not know.
   *
   * @param data the event's data, unchanged
   * @since 0.1
   */
  record Unknown<T>(
      String id, String type, Instant timestamp, @Nullable String apiVersion, JsonNode data)
      implements WebhookEvent<T> {}
}
