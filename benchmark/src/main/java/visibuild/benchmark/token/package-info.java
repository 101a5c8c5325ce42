/**
 * The cost of a token for a call: taking a valid one, a herd without one, and calls during a
 * refresh. It measures the token provider, so it knows the runtime's package {@code
 * visibuild.internal.auth}.
 */
@NullMarked
package visibuild.benchmark.token;

import org.jspecify.annotations.NullMarked;
