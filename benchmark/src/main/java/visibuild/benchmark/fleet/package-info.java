/**
 * A fleet of programs with one credential, in virtual time: how many token requests it makes, alone
 * and with a shared store, on a usual day and when all of it restarts.
 *
 * <p>Real is what decides: {@link visibuild.internal.auth.CachingTokenProvider}, its flights, back-off and
 * jitter, the encryption of the entries, the token request and the reading of its answer. Modelled
 * are the world around it: clock, timer and threads, the network's delays, Visibuild's server, the
 * store, and the program, which makes calls at random times. One thread runs it all, and the same
 * seed gives the same table.
 */
@NullMarked
package visibuild.benchmark.fleet;

import org.jspecify.annotations.NullMarked;
