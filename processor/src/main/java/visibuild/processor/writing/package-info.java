/**
 * From the model to the client's source: one class for each part of the generated class. Takes the
 * model to be without problems, and knows no other room.
 */
@NullMarked
package visibuild.processor.writing;

import org.jspecify.annotations.NullMarked;
