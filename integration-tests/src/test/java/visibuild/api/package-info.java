/** The checked-in list of the public API. */
@NullMarked
package visibuild.api;

import org.jspecify.annotations.NullMarked;
