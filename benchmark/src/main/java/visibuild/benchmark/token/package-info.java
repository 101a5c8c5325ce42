/**
 * What a token costs a call: taking one that is valid, asking all at once where there is none, and
 * going on while it is renewed. Measured is the source that a call takes its token from, so this
 * knows {@code visibuild.auth}, an inner room of the runtime.
 */
@NullMarked
package visibuild.benchmark.token;

import org.jspecify.annotations.NullMarked;
