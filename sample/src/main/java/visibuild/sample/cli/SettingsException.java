package visibuild.sample.cli;

/** The credential, or the environment that it comes from, does not permit the request. */
final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message, RuntimeException cause) {
    super(message, cause);
  }
}
