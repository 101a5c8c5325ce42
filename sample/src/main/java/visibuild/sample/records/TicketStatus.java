package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a ticket stands. */
public enum TicketStatus {
  /** Nobody has decided on it. */
  @JsonProperty("pending")
  PENDING,

  /** Accepted, and being settled. */
  @JsonProperty("open")
  OPEN,

  /** Not accepted. */
  @JsonProperty("declined")
  DECLINED,

  /** Settled. */
  @JsonProperty("closed")
  CLOSED,

  /** A value that this program does not know yet, or none at all. */
  @JsonEnumDefaultValue
  UNKNOWN
}
