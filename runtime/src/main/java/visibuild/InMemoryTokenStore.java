package visibuild;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** A token store in the memory of this program. */
final class InMemoryTokenStore implements TokenStore {
  private record Lease(String holder, long endNanos) {}

  private final ConcurrentMap<String, String> entries = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Lease> leases = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  InMemoryTokenStore(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Optional<String> load(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public boolean replace(String key, Optional<String> expected, String entry) {
    return expected.isPresent()
        ? entries.replace(key, expected.get(), entry)
        : entries.putIfAbsent(key, entry) == null;
  }

  @Override
  public boolean lease(String key, String holder, Duration duration) {
    long now = nanos.getAsLong();
    Lease wanted = new Lease(holder, now + duration.toNanos());
    Lease held =
        leases.merge(key, wanted, (other, mine) -> now - other.endNanos() >= 0 ? mine : other);
    return held.equals(wanted);
  }

  @Override
  public void release(String key, String holder) {
    leases.computeIfPresent(key, (name, held) -> held.holder().equals(holder) ? null : held);
  }
}
