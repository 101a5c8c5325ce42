/**
 * The annotation processor. Each interface takes one way through the rooms: {@code read} makes a
 * {@code model} of it, {@code check} finds its problems, {@code describe} makes its descriptor,
 * which {@code permit} holds to the team's policy, {@code write} turns a model without problems
 * into the source of a client, and {@code reach} says what that client reaches by reflection. Only
 * this package knows all rooms.
 */
@NullMarked
package visibuild.processor;

import org.jspecify.annotations.NullMarked;
