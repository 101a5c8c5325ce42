package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a visi. */
public enum VisiCategory {
  /** A check. */
  @JsonProperty("inspection")
  INSPECTION,

  /** Something to settle. */
  @JsonProperty("issue")
  ISSUE,

  /** Something to do. */
  @JsonProperty("task")
  TASK,

  /** A non-conformance report. */
  @JsonProperty("ncr")
  NCR,

  /** Something to mend. */
  @JsonProperty("defect")
  DEFECT,

  /** A value that this program does not know yet, or none at all. */
  @JsonEnumDefaultValue
  UNKNOWN
}
