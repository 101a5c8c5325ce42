/**
 * Meters and observations with Micrometer. A separate package, so that only programs that use it
 * need the library. Knows {@code visibuild} only.
 */
@NullMarked
package visibuild.micrometer;

import org.jspecify.annotations.NullMarked;
