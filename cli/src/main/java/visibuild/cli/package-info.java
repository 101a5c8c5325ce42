/** The command {@code visibuild}. */
@NullMarked
package visibuild.cli;

import org.jspecify.annotations.NullMarked;
