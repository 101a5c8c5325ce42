/**
 * The functions that generated clients call. They turn Retrofit's calls into the return types of
 * annotated interfaces, and failures into {@link visibuild.VisibuildException}. Programs need not
 * call them.
 *
 * <p>Knows {@code visibuild}, {@code visibuild.internal.error} and {@code
 * visibuild.internal.adapter}.
 */
@NullMarked
package visibuild.call;

import org.jspecify.annotations.NullMarked;
