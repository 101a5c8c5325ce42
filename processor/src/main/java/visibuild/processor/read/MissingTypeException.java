package visibuild.processor.read;

import java.io.Serial;
import visibuild.processor.model.SourceLocation;

/**
 * Ends the reading of an interface at the first thing that is not there. Never leaves this room.
 */
final class MissingTypeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient ReadResult.Deferred waiting;

  MissingTypeException(String missing, SourceLocation anchor) {
    super(missing, null, false, false);
    this.waiting = new ReadResult.Deferred(missing, anchor);
  }

  ReadResult.Deferred waiting() {
    return waiting;
  }
}
