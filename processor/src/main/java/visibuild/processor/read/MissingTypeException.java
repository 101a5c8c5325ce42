package visibuild.processor.read;

import java.io.Serial;
import visibuild.processor.model.Anchor;

/**
 * Ends the reading of an interface at the first thing that is not there. Never leaves this room.
 */
final class MissingTypeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Reading.Waiting waiting;

  MissingTypeException(String missing, Anchor anchor) {
    super(missing, null, false, false);
    this.waiting = new Reading.Waiting(missing, anchor);
  }

  Reading.Waiting waiting() {
    return waiting;
  }
}
