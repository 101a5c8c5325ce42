package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What Visibuild tells a webhook. */
public enum WebhookEvent {
  /** A ticket was opened. */
  @JsonProperty("ticket.created")
  TICKET_CREATED,

  /** A ticket was changed. */
  @JsonProperty("ticket.updated")
  TICKET_UPDATED,

  /** A ticket has a new status. */
  @JsonProperty("ticket.status_changed")
  TICKET_STATUS_CHANGED,

  /** Somebody commented on a ticket. */
  @JsonProperty("ticket.comment_added")
  TICKET_COMMENT_ADDED,

  /** A ticket was put away. */
  @JsonProperty("ticket.archived")
  TICKET_ARCHIVED,

  /** A value that this program does not know yet, or none at all. */
  @JsonEnumDefaultValue
  UNKNOWN
}
