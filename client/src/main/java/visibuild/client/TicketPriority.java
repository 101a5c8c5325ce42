package visibuild.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The urgency of a ticket. Source: help article <i>Managing Post Completion Tickets</i>.
 *
 * @since 0.1
 */
public enum TicketPriority {
  /** Low. */
  @JsonProperty("low")
  LOW,

  /** Medium. */
  @JsonProperty("medium")
  MEDIUM,

  /** High. */
  @JsonProperty("high")
  HIGH,

  /** Urgent. */
  @JsonProperty("urgent")
  URGENT,

  /** A value that this version does not know, or no value. */
  @JsonEnumDefaultValue
  UNKNOWN
}
