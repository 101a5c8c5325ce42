package visibuild.testing.server;

import java.util.ArrayList;
import java.util.List;

/** Records the requests, in the order of their responses. */
public final class RequestLog {
  private final List<RequestRecord> entries = new ArrayList<>();

  /** Notes {@code entry} down. */
  synchronized void add(RequestRecord entry) {
    entries.add(entry);
  }

  /** Returns the records so far. */
  public synchronized List<RequestRecord> entries() {
    return List.copyOf(entries);
  }

  /** Deletes all records. */
  public synchronized void clear() {
    entries.clear();
  }
}
