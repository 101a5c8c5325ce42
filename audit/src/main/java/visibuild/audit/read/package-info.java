/**
 * Reads programs from jars, folders and class paths, with limits on everything. Knows {@code
 * visibuild.audit} only.
 */
@NullMarked
package visibuild.audit.read;

import org.jspecify.annotations.NullMarked;
