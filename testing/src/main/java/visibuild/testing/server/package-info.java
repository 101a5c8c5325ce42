/**
 * The two servers: what comes in is disturbed, throttled, checked, routed, answered, and noted
 * down, in this order.
 *
 * <p>Knows the rooms {@code api}, {@code oauth}, {@code storage}, {@code data} and {@code http}.
 */
@NullMarked
package visibuild.testing.server;

import org.jspecify.annotations.NullMarked;
