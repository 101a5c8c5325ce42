/**
 * An annotated interface as plain values: what {@code read} fills in, {@code check} judges and
 * {@code write} turns into source. Knows no type of the compiler, and none of the other rooms.
 * JavaPoet's names and annotations are values too and may be used here.
 */
@NullMarked
package visibuild.processor.model;

import org.jspecify.annotations.NullMarked;
