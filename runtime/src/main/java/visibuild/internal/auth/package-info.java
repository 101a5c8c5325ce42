/**
 * Access tokens: where they come from ({@link visibuild.internal.auth.TokenEndpoint}), how long
 * they are good for ({@link visibuild.internal.auth.AccessToken}), and who holds the one in use
 * ({@link visibuild.internal.auth.TokenProvider}). On its way a token passes {@code
 * CachingTokenProvider} (is there one that serves?), {@code TokenRefresh} (one for all who wait,
 * with its tries), {@code SharedTokenFetcher} (has another program one?), {@code
 * SecretTokenFetcher} (with which secret?) and the endpoint. Knows the vocabulary in {@code
 * visibuild}, and {@code visibuild.failure}.
 */
@NullMarked
package visibuild.internal.auth;

import org.jspecify.annotations.NullMarked;
