package visibuild.sample.readme;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The states of a ticket in the README's first steps. */
public enum TicketStatus {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("open")
  OPEN,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("closed")
  CLOSED,
  @JsonEnumDefaultValue
  UNKNOWN // whatever Visibuild adds later
}
