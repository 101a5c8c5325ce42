package visibuild.testing.data;

/** How far a visi is. In JSON the name is in lower case. */
public enum VisiStatus {
  OPEN,
  IN_PROGRESS,
  IN_REVIEW,
  CLOSED,
  N_A,
  CANT_CLOSE
}
