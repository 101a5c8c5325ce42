package visibuild.paging;

/** Whose stack is that of the reader, beside a failure of the thread that fetched. */
final class ReadHere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadHere() {
    super("The page was read here.");
  }
}
