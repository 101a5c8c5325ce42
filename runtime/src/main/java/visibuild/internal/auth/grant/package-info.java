/**
 * The client credentials grant (RFC 6749, section 4.4): the token request with the current secret,
 * and the reading of the token endpoint's response, be it a token, an error or no response at all.
 *
 * <p>Knows {@code visibuild.internal.auth} and what that knows.
 */
@NullMarked
package visibuild.internal.auth.grant;

import org.jspecify.annotations.NullMarked;
