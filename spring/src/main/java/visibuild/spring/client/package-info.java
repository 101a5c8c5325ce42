/** Finds generated clients by their descriptors and registers them as beans. */
@NullMarked
package visibuild.spring.client;

import org.jspecify.annotations.NullMarked;
