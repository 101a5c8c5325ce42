/**
 * Authorization, modelled on Doorkeeper: clients, the token endpoint, issued tokens, and the check
 * of each call.
 *
 * <p>Knows the package {@code http} only.
 */
@NullMarked
package visibuild.testing.oauth;

import org.jspecify.annotations.NullMarked;
