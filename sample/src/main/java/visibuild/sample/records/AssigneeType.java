package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a visi is assigned to. */
public enum AssigneeType {
  /** A person: {@link ProjectUser}. */
  @JsonProperty("ProjectUser")
  PROJECT_USER,

  /** A company: {@link ProjectCompany}. */
  @JsonProperty("ProjectCompany")
  PROJECT_COMPANY,

  /** A value that this program does not know yet, or none at all. */
  @JsonEnumDefaultValue
  UNKNOWN
}
