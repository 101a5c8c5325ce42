package visibuild.benchmark.soak;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Issues tokens that live four seconds. Safe for use by several threads. */
final class SoakTokens {
  static final Duration LIFE = Duration.ofSeconds(4);

  /** Servers allow for clocks that differ; a busy machine delays requests. */
  private static final Duration LEEWAY = Duration.ofSeconds(4);

  private final AtomicLong issued = new AtomicLong();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(boolean writes, long endNanos) {}

  /** Returns a new token of a scope such as {@code read write}. */
  String issue(String scope) {
    long now = System.nanoTime();
    tokens.values().removeIf(token -> token.endNanos() - now < 0);
    String token = "soak-" + issued.incrementAndGet();
    tokens.put(token, new Token(scope.contains("write"), now + LIFE.plus(LEEWAY).toNanos()));
    return token;
  }

  /** Returns whether {@code token} is valid, and serves a write if one is needed. */
  boolean isValid(@Nullable String token, boolean writes) {
    Token known = token == null ? null : tokens.get(token);
    return known != null && known.endNanos() - System.nanoTime() > 0 && (known.writes() || !writes);
  }

  void revokeAll() {
    tokens.clear();
  }

  long issued() {
    return issued.get();
  }
}
