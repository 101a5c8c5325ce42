package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What tokens need of the world outside, so that a test can be the world.
 *
 * @param time what time it is
 * @param timer wakes up later
 * @param executor where work that may take long is done; not in the thread of a call
 * @param random spreads what many programs would do at once
 * @param eventPublisher hears what happens
 * @param timeout how long a token request may take, retries and all
 */
public record AuthContext(
    Clocks time,
    Scheduler timer,
    Executor executor,
    RandomGenerator random,
    TokenEventPublisher eventPublisher,
    Duration timeout) {}
