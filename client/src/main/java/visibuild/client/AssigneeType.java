package visibuild.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The kind of member that a visi is assigned to. Source: client code.
 *
 * @since 0.1
 */
public enum AssigneeType {
  /** A person; the id is that of a {@link ProjectUser}. */
  @JsonProperty("ProjectUser")
  PROJECT_USER,

  /** A company; the id is that of a {@link ProjectCompany}. */
  @JsonProperty("ProjectCompany")
  PROJECT_COMPANY,

  /** A value that this version does not know, or no value. */
  @JsonEnumDefaultValue
  UNKNOWN
}
