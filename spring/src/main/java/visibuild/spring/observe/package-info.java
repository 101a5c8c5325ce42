/** Connects the runtime's events with Micrometer's registries. */
@NullMarked
package visibuild.spring.observe;

import org.jspecify.annotations.NullMarked;
