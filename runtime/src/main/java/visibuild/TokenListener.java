package visibuild;

/**
 * Hears what happens to tokens, for logs and metrics.
 *
 * <pre>{@code
 * Visibuild.builder().tokenListener(event -> log.info("{}", event))
 * }</pre>
 *
 * <p>It hears one event after the other, in the order in which they happened, in a thread of the
 * runtime's own and soon after they happened. No call and no token waits for it, so it may block or
 * make calls; while it does, up to 1,000 events wait for it, and what comes then is left out. What
 * it throws is logged. After {@link Visibuild#close()} it hears nothing more; what happened just
 * before may be left out too.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TokenListener {
  /** Hears {@code event}. */
  void on(TokenEvent event);
}
