package visibuild.jcache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import javax.cache.Cache;
import visibuild.TokenStore;

/**
 * A token store on a JCache (JSR-107) such as Hazelcast, Infinispan, Ignite or Coherence.
 *
 * <pre>{@code
 * Cache<String, String> cache = cacheManager.getCache("visibuild", String.class, String.class);
 * Visibuild.builder().tokenStore(new JCacheTokenStore(cache), key)
 * }</pre>
 *
 * <p>The cache may evict entries, and need not expire them. A program takes over a lease that it
 * has seen unchanged for the lease's duration, so clocks need not agree.
 *
 * <p>Needs {@code javax.cache:cache-api}, an optional dependency of the runtime. Safe for use by
 * several threads. Never closes the cache.
 *
 * @see <a href="https://www.jcp.org/en/jsr/detail?id=107">JSR-107</a>
 * @since 0.1
 */
// A user of this class requires the library anyway. Passed on, each module would need it.
@SuppressWarnings("exports")
public final class JCacheTokenStore implements TokenStore {
  private final Cache<String, String> cache;
  private final LongSupplier nanos;
  private final ConcurrentMap<String, Watched> watched = new ConcurrentHashMap<>();

  /** A lease of another program, and the time at which it was first seen. */
  private record Watched(String holder, long sinceNanos) {}

  /** Creates a store in {@code cache}. */
  public JCacheTokenStore(Cache<String, String> cache) {
    this(cache, System::nanoTime);
  }

  JCacheTokenStore(Cache<String, String> cache, LongSupplier nanos) {
    this.cache = cache;
    this.nanos = nanos;
  }

  @Override
  public Optional<String> load(String key) {
    return Optional.ofNullable(cache.get(key));
  }

  @Override
  public boolean replace(String key, Optional<String> expected, String entry) {
    return expected.isPresent()
        ? cache.replace(key, expected.get(), entry)
        : cache.putIfAbsent(key, entry);
  }

  @Override
  public boolean lease(String key, String holder, Duration duration) {
    String lease = lease(key);
    if (cache.putIfAbsent(lease, holder)) {
      return true;
    }
    String other = cache.get(lease);
    if (other == null) {
      return cache.putIfAbsent(lease, holder);
    }
    long now = nanos.getAsLong();
    Watched seen =
        watched.compute(
            lease,
            (name, before) ->
                before != null && before.holder().equals(other) ? before : new Watched(other, now));
    return now - seen.sinceNanos() >= duration.toNanos() && cache.replace(lease, other, holder);
  }

  @Override
  public void release(String key, String holder) {
    boolean unused = cache.remove(lease(key), holder);
  }

  private static String lease(String key) {
    return key + "-lease";
  }
}
