package golden.clashes;

/** A type of the user's that has the name of one of ours. */
public enum Scope {
  NARROW
}
