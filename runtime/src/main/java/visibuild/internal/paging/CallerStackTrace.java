package visibuild.internal.paging;

/** Adds the stack trace of the reader to a failure of the fetching thread. */
final class CallerStackTrace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CallerStackTrace() {
    super("The page was read here.");
  }
}
