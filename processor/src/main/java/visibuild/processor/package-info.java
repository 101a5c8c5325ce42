/**
 * The annotation processor. Each interface takes one way through the rooms: {@code read} makes a
 * {@code model} of it, {@code check} finds its problems, and {@code write} turns a model without
 * problems into the source of a client. Only this package knows all rooms.
 */
@NullMarked
package visibuild.processor;

import org.jspecify.annotations.NullMarked;
