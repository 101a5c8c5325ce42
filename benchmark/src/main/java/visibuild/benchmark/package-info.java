/**
 * Measurements of what a call costs, with JMH. They know the public packages of the runtime and
 * nothing of its inner rooms: what they measure is what a program gets.
 */
@NullMarked
package visibuild.benchmark;

import org.jspecify.annotations.NullMarked;
