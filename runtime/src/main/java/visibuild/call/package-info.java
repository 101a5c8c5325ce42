/**
 * What generated clients call: it makes Retrofit's calls into what the methods of an annotated
 * interface return, and failures into {@link visibuild.VisibuildException}. A program has no need
 * to call it.
 *
 * <p>Knows the vocabulary in {@code visibuild}, {@code visibuild.failure} and {@code
 * visibuild.adapter}.
 */
@NullMarked
package visibuild.call;

import org.jspecify.annotations.NullMarked;
