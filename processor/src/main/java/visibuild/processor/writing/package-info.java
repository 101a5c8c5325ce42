/**
 * Turns the model into the client's source, with one class for each part of it. Expects a model
 * without problems, and knows no other package.
 */
@NullMarked
package visibuild.processor.writing;

import org.jspecify.annotations.NullMarked;
