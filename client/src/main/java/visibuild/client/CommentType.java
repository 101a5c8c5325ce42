package visibuild.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The readers of a comment. Source: client code. The exact audience of each value is not
 * documented.
 *
 * @since 0.1
 */
public enum CommentType {
  /** Readable by everyone with access to the ticket. */
  @JsonProperty("public")
  PUBLIC,

  /** Readable within the project. */
  @JsonProperty("private")
  PRIVATE,

  /** Readable within the company. */
  @JsonProperty("internal")
  INTERNAL,

  /** A value that this version does not know, or no value. */
  @JsonEnumDefaultValue
  UNKNOWN
}
