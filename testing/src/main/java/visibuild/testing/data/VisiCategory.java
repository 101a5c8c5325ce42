package visibuild.testing.data;

/** The family of a {@link VisiType}. In JSON the name is in lower case. */
public enum VisiCategory {
  INSPECTION,
  ISSUE,
  TASK,
  NCR,
  DEFECT
}
