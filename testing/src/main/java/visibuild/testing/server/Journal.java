package visibuild.testing.server;

import java.util.ArrayList;
import java.util.List;

/** Notes down what was asked, in the order in which it was answered. */
public final class Journal {
  private final List<Entry> entries = new ArrayList<>();

  /** Notes {@code entry} down. */
  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  /** What was noted down so far. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Forgets what was noted down. */
  public synchronized void clear() {
    entries.clear();
  }
}
