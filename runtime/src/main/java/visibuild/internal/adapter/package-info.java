/**
 * What Retrofit's call adapters are handed, its own and the user's: calls whose failures are {@link
 * visibuild.VisibuildException}. Knows the vocabulary in {@code visibuild}, and {@code
 * visibuild.failure}.
 */
@NullMarked
package visibuild.internal.adapter;

import org.jspecify.annotations.NullMarked;
