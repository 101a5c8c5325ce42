package visibuild.internal.auth;

/** An answer of the token endpoint is not what OAuth says. The message continues "because". */
final class MalformedTokenResponseException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedTokenResponseException(String reason) {
    super(reason);
  }
}
