/** Keeps a copy of the visis in files, and updates it with what changed since the last run. */
@NullMarked
package visibuild.sample.copy;

import org.jspecify.annotations.NullMarked;
