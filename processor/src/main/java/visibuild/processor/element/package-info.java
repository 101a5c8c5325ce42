/**
 * Casts and look-ups for the compiler's elements, without a library: the processor's start costs
 * more than its work in most builds, and each loaded class adds to it. Knows no other package.
 */
@NullMarked
package visibuild.processor.element;

import org.jspecify.annotations.NullMarked;
