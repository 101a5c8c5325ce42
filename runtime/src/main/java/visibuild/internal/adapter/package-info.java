/**
 * Wraps the calls that Retrofit's call adapters get, so that they fail with {@link
 * visibuild.VisibuildException}. Depends on {@code visibuild} and {@code visibuild.internal.error}.
 */
@NullMarked
package visibuild.internal.adapter;

import org.jspecify.annotations.NullMarked;
