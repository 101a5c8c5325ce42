package visibuild.testing.oauth;

/** The value of a {@code WWW-Authenticate} header as Doorkeeper writes it. */
final class Challenge {
  private Challenge() {}

  static String of(String error, String description) {
    return "Bearer realm=\"Doorkeeper\", error=\""
        + error
        + "\", error_description=\""
        + description
        + "\"";
  }
}
