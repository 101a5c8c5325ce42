package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How urgent a ticket is. */
public enum TicketPriority {
  /** It can wait. */
  @JsonProperty("low")
  LOW,

  /** In its turn. */
  @JsonProperty("medium")
  MEDIUM,

  /** Soon. */
  @JsonProperty("high")
  HIGH,

  /** At once. */
  @JsonProperty("urgent")
  URGENT,

  /** A value that this program does not know yet, or none at all. */
  @JsonEnumDefaultValue
  UNKNOWN
}
