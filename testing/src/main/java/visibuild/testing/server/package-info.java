/**
 * The two servers. A request passes injected faults, the rate limit, authorization, routing and the
 * request log, in this order.
 *
 * <p>Knows the packages {@code api}, {@code oauth}, {@code storage}, {@code data} and {@code http}.
 */
@NullMarked
package visibuild.testing.server;

import org.jspecify.annotations.NullMarked;
