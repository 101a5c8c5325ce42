package visibuild;

/**
 * Receives token events, for logs and metrics.
 *
 * <pre>{@code
 * Visibuild.builder().tokenListener(event -> log.info("{}", event))
 * }</pre>
 *
 * <p>Events arrive one after the other, in their order, on a thread of the runtime. No call and no
 * refresh waits for the listener, so it may block or make calls. Up to 1,000 events wait for it;
 * later ones are dropped. An exception is logged by its type. After {@link Visibuild#close()} no
 * event arrives, and the last ones before may be dropped.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TokenListener {
  /** Receives {@code event}, which is never null. */
  void on(TokenEvent event);
}
