package visibuild.sample.ticket;

/** The project that a person named is not there, or is not the only one of that name. */
public final class UnknownProjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownProjectException(String message) {
    super(message);
  }
}
