package visibuild.policy;

import java.util.Set;

/**
 * The access that a call, an interface or a program needs or has: reading, or reading and writing.
 * The constants match {@code visibuild.Scope}; this type repeats them so that an audit does not
 * need the runtime.
 *
 * <pre>{@code
 * Access.ofVerb("POST");                       // READ_WRITE
 * Access.READ_WRITE.covers(Access.READ);       // true
 * }</pre>
 *
 * @since 0.1
 */
public enum Access {
  /** Only to read. */
  READ,

  /** To read and to write. */
  READ_WRITE;

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Returns the access that a call with {@code verb} needs by default. */
  public static Access ofVerb(String verb) {
    return READING.contains(verb) ? READ : READ_WRITE;
  }

  /** Returns whether this access includes {@code needed}. */
  public boolean covers(Access needed) {
    return compareTo(needed) >= 0;
  }
}
