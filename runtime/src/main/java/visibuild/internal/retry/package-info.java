/**
 * When a call is sent, and when it is sent again: the pace that all calls of a connection share
 * ({@link visibuild.internal.retry.RateLimiter}), and the second attempt after a failure that may
 * pass ({@link visibuild.internal.retry.RetryInterceptor}). Knows the vocabulary in {@code
 * visibuild}, {@code visibuild.failure} and {@code visibuild.http}.
 */
@NullMarked
package visibuild.internal.retry;

import org.jspecify.annotations.NullMarked;
