package visibuild.internal.paging;

/** Whose stack is that of the reader, beside a failure of the thread that fetched. */
final class CallerStackTrace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CallerStackTrace() {
    super("The page was read here.");
  }
}
