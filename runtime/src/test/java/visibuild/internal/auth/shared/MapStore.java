package visibuild.internal.auth.shared;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import visibuild.TokenStore;

/** A store that a test can break and look into. */
final class MapStore implements TokenStore {
  final Map<String, String> entries = new ConcurrentHashMap<>();
  private final Map<String, String> leases = new ConcurrentHashMap<>();
  volatile boolean down;
  volatile CountDownLatch hangs = new CountDownLatch(0);

  @Override
  public Optional<String> load(String key) {
    failWhereDown();
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public boolean replace(String key, Optional<String> expected, String entry) {
    failWhereDown();
    return expected.isPresent()
        ? entries.replace(key, expected.get(), entry)
        : entries.putIfAbsent(key, entry) == null;
  }

  @Override
  public boolean lease(String key, String holder, Duration duration) {
    failWhereDown();
    return leases.putIfAbsent(key, holder) == null;
  }

  @Override
  public void release(String key, String holder) {
    failWhereDown();
    leases.remove(key, holder);
  }

  private void failWhereDown() {
    try {
      hangs.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (down) {
      throw new IllegalStateException("sentinel-secret-4711");
    }
  }
}
