package visibuild.testing.data;

/** The status of a visi. In JSON the name is in lower case. */
public enum VisiStatus {
  OPEN,
  IN_PROGRESS,
  IN_REVIEW,
  CLOSED,
  N_A,
  CANT_CLOSE
}
