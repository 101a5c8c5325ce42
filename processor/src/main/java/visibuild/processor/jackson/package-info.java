/**
 * Jackson 2's own rules for a class: which members are properties, which constructors and factories
 * it calls, what its annotations and those of Lombok, Immutables, AutoValue and RecordBuilder
 * change. The checks of an interface and the reachability metadata use the same rules.
 *
 * <p>Works on the compiler's elements, and knows no other package of the processor.
 */
@NullMarked
package visibuild.processor.jackson;

import org.jspecify.annotations.NullMarked;
