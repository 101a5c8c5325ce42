package visibuild.internal.retry;

import java.time.Duration;
import visibuild.internal.time.ExponentialBackoff;

/**
 * The rules for repeating calls of one connection.
 *
 * @param retries the most times that a call is repeated
 * @param maxWait the longest that all waits of one call take together
 * @param backoff the waits for which the server names no time
 * @param sleeper suspends the thread of a call
 */
public record RetryPolicy(
    int retries, Duration maxWait, ExponentialBackoff backoff, Sleeper sleeper, RetryLog log) {}
