/**
 * Access tokens. A call asks a {@link visibuild.internal.auth.TokenProvider}; {@link
 * visibuild.internal.auth.CachingTokenProvider} holds the current token of one scope in one
 * immutable state, {@code TokenRefresh} fetches the next one for all waiting calls at once, and a
 * {@link visibuild.internal.auth.TokenFetcher} makes one attempt. The sub-packages implement the
 * fetcher: {@code grant} asks the token endpoint (RFC 6749, section 4.4), and {@code shared} looks
 * into a {@link visibuild.TokenStore} first.
 *
 * <p>Knows {@code visibuild}, {@code visibuild.internal.error}, {@code visibuild.internal.base} and
 * {@code visibuild.internal.time}; not its own sub-packages.
 */
@NullMarked
package visibuild.internal.auth;

import org.jspecify.annotations.NullMarked;
