package visibuild.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The category of a visi. Source: client code.
 *
 * @since 0.1
 */
public enum VisiCategory {
  /** An inspection. */
  @JsonProperty("inspection")
  INSPECTION,

  /** An issue. */
  @JsonProperty("issue")
  ISSUE,

  /** A task. */
  @JsonProperty("task")
  TASK,

  /** A non-conformance report. */
  @JsonProperty("ncr")
  NCR,

  /** A defect. */
  @JsonProperty("defect")
  DEFECT,

  /** A value that this version does not know, or no value. */
  @JsonEnumDefaultValue
  UNKNOWN
}
