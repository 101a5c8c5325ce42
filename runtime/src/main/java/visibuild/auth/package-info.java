/**
 * Access tokens: where they come from ({@link visibuild.auth.TokenEndpoint}), how long they are
 * good for ({@link visibuild.auth.AccessToken}), and who holds the one in use ({@link
 * visibuild.auth.TokenSource}). On its way a token passes {@code RenewingTokenSource} (is there one
 * that serves?), {@code TokenFlight} (one for all who wait, with its tries), {@code SharedRequest}
 * (has another program one?), {@code SecretRequest} (with which secret?) and the endpoint. Knows
 * the vocabulary in {@code visibuild}, and {@code visibuild.failure}.
 */
@NullMarked
package visibuild.auth;

import org.jspecify.annotations.NullMarked;
