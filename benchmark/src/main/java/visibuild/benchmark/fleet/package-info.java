/**
 * A fleet of programs with one credential, in virtual time: how many token requests it makes, alone
 * and with a shared store, on a usual day and when all of it restarts.
 *
 * <p>The real code under test is {@link visibuild.internal.auth.CachingTokenProvider}: refresh,
 * back-off and jitter, encryption of entries, the token request and the parsing of its response.
 * Modelled are the world around it: clock, timer and threads, the network's delays, Visibuild's
 * server, the store, and the program, which makes calls at random times. One thread runs it all,
 * and the same seed gives the same table.
 */
@NullMarked
package visibuild.benchmark.fleet;

import org.jspecify.annotations.NullMarked;
