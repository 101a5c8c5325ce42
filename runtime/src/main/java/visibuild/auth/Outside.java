package visibuild.auth;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What tokens need of the world outside, so that a test can be the world.
 *
 * @param time what time it is
 * @param timer wakes up later
 * @param threads where work that may take long is done; not in the thread of a call
 * @param random spreads what many programs would do at once
 * @param reporter hears what happens
 * @param patience how long a token request may take, retries and all
 */
public record Outside(
    Timekeeper time,
    Timer timer,
    Executor threads,
    RandomGenerator random,
    Reporter reporter,
    Duration patience) {}
