package visibuild;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a fleet of programs with one credential shares its tokens, so that one of them asks for a
 * token and the others use it.
 *
 * <pre>{@code
 * Visibuild.builder().tokenStore(store, key)
 * }</pre>
 *
 * <p>It keeps texts that it cannot read: they are encrypted before they get here. It may be slow,
 * fail, forget, or hand out what is old; then a program goes on with a token of its own. An
 * implementation is safe for use by several threads, and throws any unchecked exception when it
 * cannot do its work.
 *
 * @since 0.1
 */
public interface TokenStore {
  /** The entry under {@code key}, if there is one. */
  Optional<String> load(String key);

  /**
   * Puts an entry in the place of the one that was loaded, and does nothing if there is another by
   * now.
   *
   * @param expected what was loaded; empty if there was nothing
   * @param entry what is put there
   * @return whether it was put there
   */
  boolean replace(String key, Optional<String> expected, String entry);

  /**
   * Tries to become the one program that may ask for the token of {@code key}.
   *
   * @param holder names who asks, differently for each lease
   * @param duration after which another may have the lease, if it was not given back: its holder
   *     may be dead
   * @return whether the lease was given
   */
  boolean lease(String key, String holder, Duration duration);

  /** Gives the lease back; does nothing if another holds it by now. */
  void release(String key, String holder);

  /** A store in the memory of this program, for several connections in it. */
  static TokenStore inMemory() {
    return new InMemoryTokenStore(System::nanoTime);
  }
}
