package visibuild.auth;

/** An answer of the token endpoint is not what OAuth says. The message continues "because". */
final class MalformedTokenAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedTokenAnswer(String reason) {
    super(reason);
  }
}
