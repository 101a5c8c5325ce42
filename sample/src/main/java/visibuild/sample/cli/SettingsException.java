package visibuild.sample.cli;

/** The credential, or the environment it comes from, does not allow what was asked. */
final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message, RuntimeException cause) {
    super(message, cause);
  }
}
