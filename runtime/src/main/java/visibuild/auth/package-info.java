/**
 * Access tokens: where they come from ({@link visibuild.auth.TokenEndpoint}), how long they are
 * good for ({@link visibuild.auth.AccessToken}), and who holds the one in use ({@link
 * visibuild.auth.TokenSource}). Knows the vocabulary in {@code visibuild} and no other room.
 */
@NullMarked
package visibuild.auth;

import org.jspecify.annotations.NullMarked;
