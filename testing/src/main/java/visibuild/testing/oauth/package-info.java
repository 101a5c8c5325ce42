/**
 * Who may do what: clients, the token endpoint, the tokens that are out, and the check of each
 * call, as Doorkeeper does them.
 *
 * <p>Knows the room {@code http} only.
 */
@NullMarked
package visibuild.testing.oauth;

import org.jspecify.annotations.NullMarked;
