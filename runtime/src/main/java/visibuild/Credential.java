package visibuild;

/**
 * A credential of a program: {@link ClientCredentials}, which Visibuild recommends, or a {@link
 * LegacyToken}.
 *
 * <pre>{@code
 * Credential credential = Credential.fromEnvironment();
 * }</pre>
 *
 * <p>A credential belongs to a company and opens <em>every</em> project of it, so give it no more
 * scope than the program needs. No credential shows its secret in {@code toString}, a message or a
 * log. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
 * @since 0.1
 */
public sealed interface Credential permits ClientCredentials, LegacyToken {
  /** Returns the scope that was chosen when the credential was created in Visibuild. */
  Scope scope();

  /**
   * Reads the credential from environment variables: {@code VISIBUILD_CLIENT_ID}, {@code
   * VISIBUILD_CLIENT_SECRET} and {@code VISIBUILD_SCOPE} ({@code "read"} or {@code "read write"});
   * with {@code VISIBUILD_CLIENT_SECRET_FILE}, the path of a file with the secret, in the place of
   * the secret; or {@code VISIBUILD_TOKEN}, {@code VISIBUILD_SCOPE} and {@code
   * VISIBUILD_TOKEN_EXPIRES} (a date such as {@code 2027-05-31} or an instant such as {@code
   * 2027-05-31T09:00:00Z}; may be left out).
   *
   * @throws IllegalArgumentException if a variable is missing, blank or invalid, or if both kinds
   *     of credential are set; the message names the variable and never contains the secret
   */
  static Credential fromEnvironment() {
    return Environment.ofProcess().credential();
  }
}
