/**
 * Tokens that several programs with one credential share through a {@link visibuild.TokenStore}:
 * the store with a time limit, the lease of the one program that asks, and the encryption of the
 * entries.
 *
 * <p>Knows {@code visibuild.internal.auth} and its package {@code grant}.
 */
@NullMarked
package visibuild.internal.auth.shared;

import org.jspecify.annotations.NullMarked;
