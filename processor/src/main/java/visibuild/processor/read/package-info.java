/**
 * Turns the compiler's elements into the model. The only package that knows elements, apart from
 * {@code jackson}.
 */
@NullMarked
package visibuild.processor.read;

import org.jspecify.annotations.NullMarked;
