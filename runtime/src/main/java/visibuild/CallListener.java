package visibuild;

/**
 * Receives what happens during calls, for logs, metrics and traces.
 *
 * <pre>{@code
 * Visibuild.builder().callListener(event -> log.info("{}", event))
 * }</pre>
 *
 * <p>The events of one call come in this order: {@link CallEvent.Started}, then for each attempt
 * {@link CallEvent.AttemptStarted} and {@link CallEvent.AttemptEnded}, with waits before and
 * between attempts, {@link CallEvent.PageFetched} if the response was a page, and {@link
 * CallEvent.Ended}. Each page of a {@link Paged} is a call.
 *
 * <p>A listener is called in the thread of the call, by several threads at once if the program
 * makes calls in several threads, and must return quickly. {@link CallEvent.Started} comes in the
 * thread that makes the call, also if the call is asynchronous. An exception that a listener throws
 * is logged once to {@code visibuild.calls} and does not affect the call, and so is a listener that
 * takes longer than 100 milliseconds.
 *
 * <p>{@code visibuild.micrometer.CallObservations} turns the events into timers and spans.
 *
 * @see Visibuild.Builder#callListener
 * @since 0.1
 */
@FunctionalInterface
public interface CallListener {
  /** Receives {@code event}. */
  void on(CallEvent event);
}
