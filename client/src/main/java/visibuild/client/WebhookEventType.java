package visibuild.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The type of an event that a webhook receives. Source: help article <i>Webhooks</i>.
 *
 * <p>No event exists for changes of visis; read those with {@link VisisApi#sync}.
 *
 * @since 0.1
 */
public enum WebhookEventType {
  /** A ticket was opened. */
  @JsonProperty("ticket.created")
  TICKET_CREATED,

  /** A ticket was changed. */
  @JsonProperty("ticket.updated")
  TICKET_UPDATED,

  /** The status of a ticket changed. */
  @JsonProperty("ticket.status_changed")
  TICKET_STATUS_CHANGED,

  /** A comment was added to a ticket. */
  @JsonProperty("ticket.comment_added")
  TICKET_COMMENT_ADDED,

  /** A ticket was archived. */
  @JsonProperty("ticket.archived")
  TICKET_ARCHIVED,

  /** A value that this version does not know, or no value. */
  @JsonEnumDefaultValue
  UNKNOWN
}
