package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read a comment. */
public enum CommentType {
  /** Everybody who sees the ticket. */
  @JsonProperty("public")
  PUBLIC,

  /** The people of the project. */
  @JsonProperty("private")
  PRIVATE,

  /** The people of the company. */
  @JsonProperty("internal")
  INTERNAL,

  /** A value that this program does not know yet, or none at all. */
  @JsonEnumDefaultValue
  UNKNOWN
}
