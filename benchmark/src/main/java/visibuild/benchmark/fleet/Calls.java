package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The outcomes of the fleet's calls. */
final class Calls {
  private long made;
  private long refused;
  private final List<Duration> waits = new ArrayList<>();

  /** Begins to count anew. */
  void clear() {
    made = 0;
    refused = 0;
    waits.clear();
  }

  void completed(Duration wait) {
    made++;
    if (!wait.isZero()) {
      waits.add(wait);
    }
  }

  /** The token was refused, and so was the one after it. */
  void refused() {
    made++;
    refused++;
  }

  long made() {
    return made;
  }

  long failed() {
    return refused;
  }

  long waited() {
    return waits.size();
  }

  Duration longestWait() {
    return waits.isEmpty() ? Duration.ZERO : Collections.max(waits);
  }
}
