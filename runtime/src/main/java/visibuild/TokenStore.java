package visibuild;

import java.time.Duration;
import java.util.Optional;

/**
 * A store in which programs with one credential share their tokens, so that one of them requests a
 * token and the others use it.
 *
 * <pre>{@code
 * Visibuild.builder().tokenStore(store, key)
 * }</pre>
 *
 * <p>Entries are encrypted before they are stored. A store may be slow, fail, lose entries or
 * return old ones; a program then continues with its own token. Implementations must be safe for
 * use by several threads. They throw any unchecked exception if they cannot do their work, and
 * never receive or return null. {@link #inMemory()} and {@code visibuild.jcache.JCacheTokenStore}
 * implement it.
 *
 * @since 0.1
 */
public interface TokenStore {
  /** Returns the entry under {@code key}, if there is one. */
  Optional<String> load(String key);

  /**
   * Replaces the entry under {@code key}, atomically, if it is still the expected one.
   *
   * @param expected the entry that was loaded; empty if there was none
   * @param entry the new entry
   * @return whether the entry was replaced
   */
  boolean replace(String key, Optional<String> expected, String entry);

  /**
   * Tries to get the lease of {@code key}, which one holder may have at a time.
   *
   * @param holder the name of the holder, different for each lease
   * @param duration the time after which the lease ends, since its holder may be dead
   * @return whether {@code holder} has the lease now
   */
  boolean lease(String key, String holder, Duration duration);

  /** Releases the lease; does nothing if another holder has it. */
  void release(String key, String holder);

  /** Returns a store in the memory of this program, for several connections in it. */
  static TokenStore inMemory() {
    return new InMemoryTokenStore(System::nanoTime);
  }
}
