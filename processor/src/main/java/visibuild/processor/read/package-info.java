/**
 * From the compiler's elements to the model. The only room that knows them; knows {@code model} and
 * no other room.
 */
@NullMarked
package visibuild.processor.read;

import org.jspecify.annotations.NullMarked;
