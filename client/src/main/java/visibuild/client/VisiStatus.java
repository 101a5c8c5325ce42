package visibuild.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The status of a visi. Source: client code.
 *
 * @since 0.1
 */
public enum VisiStatus {
  /** Not started. */
  @JsonProperty("open")
  OPEN,

  /** In progress. */
  @JsonProperty("in_progress")
  IN_PROGRESS,

  /** Waiting for review. */
  @JsonProperty("in_review")
  IN_REVIEW,

  /** Closed. */
  @JsonProperty("closed")
  CLOSED,

  /** Not applicable. */
  @JsonProperty("n_a")
  NOT_APPLICABLE,

  /** Cannot be closed. */
  @JsonProperty("cant_close")
  CANNOT_CLOSE,

  /** A value that this version does not know, or no value. */
  @JsonEnumDefaultValue
  UNKNOWN
}
