/**
 * A soak test: 16 threads make calls for minutes at a server that fails in all the ways that a
 * network and a server have, and every response, write and wait is accounted for. Knows only the
 * public packages of the runtime, as a program does.
 */
@NullMarked
package visibuild.benchmark.soak;

import org.jspecify.annotations.NullMarked;
