package visibuild.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The status of a ticket. Source: help article <i>Managing Post Completion Tickets</i>.
 *
 * @since 0.1
 */
public enum TicketStatus {
  /** Waiting for a decision. */
  @JsonProperty("pending")
  PENDING,

  /** Accepted. */
  @JsonProperty("open")
  OPEN,

  /** Not accepted. */
  @JsonProperty("declined")
  DECLINED,

  /** Resolved. */
  @JsonProperty("closed")
  CLOSED,

  /** A value that this version does not know, or no value. */
  @JsonEnumDefaultValue
  UNKNOWN
}
