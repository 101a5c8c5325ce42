package visibuild.testing.data;

/**
 * The types of visi that the sandbox's company uses. In JSON the name is in lower case. {@link
 * #INCORRECT_WORKS} is one that only the Reporting API is known to name; the set is open.
 */
public enum VisiType {
  INSPECTION(VisiCategory.INSPECTION),
  HOLD_POINT(VisiCategory.INSPECTION),
  WITNESS_POINT(VisiCategory.INSPECTION),
  TASK(VisiCategory.TASK),
  DEFECT(VisiCategory.DEFECT),
  NCR(VisiCategory.NCR),
  INCOMPLETE_WORKS(VisiCategory.ISSUE),
  INCORRECT_WORKS(VisiCategory.ISSUE),
  OBSERVATION(VisiCategory.ISSUE);

  private final VisiCategory category;

  VisiType(VisiCategory category) {
    this.category = category;
  }

  /** The family that the type belongs to. */
  public VisiCategory category() {
    return category;
  }
}
