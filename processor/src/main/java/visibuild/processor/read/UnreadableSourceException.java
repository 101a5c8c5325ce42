package visibuild.processor.read;

import java.io.Serial;
import visibuild.processor.model.SourceLocation;

/**
 * Ends the reading of a method or an interface at the first missing name, or where the compiler
 * refuses the source. Never leaves this package.
 */
final class UnreadableSourceException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient ReadResult.Deferred deferred;

  UnreadableSourceException(String missing, SourceLocation location) {
    super(missing, null, false, false);
    this.deferred = new ReadResult.Deferred(missing, location);
  }

  /** Returns the exception for a mistake that the compiler reports at its place. */
  static UnreadableSourceException reportedByCompiler(SourceLocation location) {
    return new UnreadableSourceException("", location);
  }

  ReadResult.Deferred deferred() {
    return deferred;
  }
}
