/**
 * Decides when a call is sent and when it is sent again: the rate limits that all calls of a
 * connection share ({@link visibuild.internal.retry.RateLimits}), and retries after transient
 * failures ({@link visibuild.internal.retry.RetryInterceptor}). Depends on {@code visibuild},
 * {@code visibuild.internal.adapter}, {@code visibuild.internal.error} and {@code
 * visibuild.internal.http}.
 */
@NullMarked
package visibuild.internal.retry;

import org.jspecify.annotations.NullMarked;
