package visibuild.sample.cli;

import org.jspecify.annotations.Nullable;

/** The report cannot be written where it should go. */
final class ReportFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
