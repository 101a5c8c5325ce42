package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import visibuild.TokenStore;

/** A shared token store with leases that expire in virtual time. */
final class VirtualStore implements TokenStore {
  private record Lease(String holder, Duration end) {}

  private final VirtualTime time;
  private final Map<String, String> entries = new HashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private boolean down;
  private long looks;

  VirtualStore(VirtualTime time) {
    this.time = time;
  }

  /** Returns the number of look-ups. */
  long looks() {
    return looks;
  }

  /** Makes the store unreachable, or reachable again. */
  void setDown(boolean down) {
    this.down = down;
  }

  /** Forgets all, as a store in memory that is restarted. */
  void forget() {
    entries.clear();
    leases.clear();
  }

  @Override
  public Optional<String> load(String key) {
    reach();
    looks++;
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public boolean replace(String key, Optional<String> expected, String entry) {
    reach();
    if (!Optional.ofNullable(entries.get(key)).equals(expected)) {
      return false;
    }
    entries.put(key, entry);
    return true;
  }

  @Override
  public boolean lease(String key, String holder, Duration duration) {
    reach();
    Lease held = leases.get(key);
    if (held != null && held.end().compareTo(time.passed()) > 0) {
      return false;
    }
    leases.put(key, new Lease(holder, time.passed().plus(duration)));
    return true;
  }

  @Override
  public void release(String key, String holder) {
    reach();
    Lease held = leases.get(key);
    if (held != null && held.holder().equals(holder)) {
      leases.remove(key);
    }
  }

  private void reach() {
    if (down) {
      throw new IllegalStateException("The store is down.");
    }
  }
}
