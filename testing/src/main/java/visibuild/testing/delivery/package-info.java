/** Sends webhook deliveries to receivers on the loopback. Uses no other package of the sandbox. */
@NullMarked
package visibuild.testing.delivery;

import org.jspecify.annotations.NullMarked;
