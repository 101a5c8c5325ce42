package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import visibuild.internal.time.Clocks;
import visibuild.internal.time.Scheduler;

/**
 * The collaborators of all token providers of one connection. Tests replace each of them.
 *
 * @param clocks the wall clock and the monotonic clock
 * @param scheduler runs work later
 * @param executor runs work that may block; never the thread of a call
 * @param random spreads over time what many programs would do at once
 * @param eventPublisher publishes token events
 * @param timeout the longest duration of one refresh, all attempts included
 */
public record AuthContext(
    Clocks clocks,
    Scheduler scheduler,
    Executor executor,
    RandomGenerator random,
    TokenEventPublisher eventPublisher,
    Duration timeout) {}
