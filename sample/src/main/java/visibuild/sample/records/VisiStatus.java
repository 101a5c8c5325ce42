package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a visi stands. */
public enum VisiStatus {
  /** Nobody has begun. */
  @JsonProperty("open")
  OPEN,

  /** Somebody works on it. */
  @JsonProperty("in_progress")
  IN_PROGRESS,

  /** Done, and waiting for a check. */
  @JsonProperty("in_review")
  IN_REVIEW,

  /** Done and checked. */
  @JsonProperty("closed")
  CLOSED,

  /** Does not apply here. */
  @JsonProperty("n_a")
  NOT_APPLICABLE,

  /** Ended without a result. */
  @JsonProperty("cant_close")
  CANNOT_CLOSE,

  /** A value that this program does not know yet, or none at all. */
  @JsonEnumDefaultValue
  UNKNOWN
}
