package visibuild.testing.server;

import java.util.ArrayList;
import java.util.List;

/** Notes down what was asked, in the order in which it was answered. */
public final class RequestLog {
  private final List<RequestRecord> entries = new ArrayList<>();

  /** Notes {@code entry} down. */
  synchronized void add(RequestRecord entry) {
    entries.add(entry);
  }

  /** What was noted down so far. */
  public synchronized List<RequestRecord> entries() {
    return List.copyOf(entries);
  }

  /** Forgets what was noted down. */
  public synchronized void clear() {
    entries.clear();
  }
}
