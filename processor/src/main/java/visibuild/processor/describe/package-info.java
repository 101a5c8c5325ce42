/**
 * From the model to the descriptor of an interface: what it may do, in the words of {@code
 * visibuild.policy}. Takes the model to be without problems, and knows no other room.
 */
@NullMarked
package visibuild.processor.describe;

import org.jspecify.annotations.NullMarked;
