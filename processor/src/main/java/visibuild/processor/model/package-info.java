/**
 * An annotated interface as plain values: {@code read} creates them, {@code validation} checks
 * them, and {@code writing} turns them into source. Knows no type of the compiler and no other
 * package. JavaPoet's names and annotations are values too and may be used here.
 */
@NullMarked
package visibuild.processor.model;

import org.jspecify.annotations.NullMarked;
