package visibuild;

/** The program dies. */
final class Crash extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
