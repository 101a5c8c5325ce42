package visibuild;

/**
 * Hears what happens to tokens, for logs and metrics.
 *
 * <pre>{@code
 * Visibuild.builder().tokenListener(event -> log.info("{}", event))
 * }</pre>
 *
 * <p>It is called from several threads, also from those that make calls, so let it be quick. What
 * it throws is logged and breaks no call.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TokenListener {
  /** Hears {@code event}. */
  void on(TokenEvent event);
}
