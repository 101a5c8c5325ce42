package visibuild.policy;

import java.util.Set;

/**
 * What a call, an interface or a program needs, or may have: only to read, or to read and write.
 * The constants are those of {@code visibuild.Scope}; they are said again here so that an audit
 * needs nothing of the runtime.
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

  /** What a call with {@code verb} needs if nothing else is said of it. */
  public static Access ofVerb(String verb) {
    return READING.contains(verb) ? READ : READ_WRITE;
  }

  /** Whether who has this may do what needs {@code needed}. */
  public boolean covers(Access needed) {
    return compareTo(needed) >= 0;
  }
}
