package visibuild.sample.cli;

/** The environment does not say how to reach Visibuild. */
final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }
}
