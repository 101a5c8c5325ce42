package visibuild.internal.auth.grant;

/**
 * A successful response of the token endpoint that is no access token response (RFC 6749, section
 * 5.1). The message completes a sentence that ends with "because", and quotes nothing of the body.
 */
final class MalformedTokenResponseException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedTokenResponseException(String reason) {
    super(reason);
  }
}
