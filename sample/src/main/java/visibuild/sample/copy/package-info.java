/**
 * Keeps a copy of the visis in files, and brings it up to date by what changed since the last time.
 * Knows the interfaces and the records.
 */
@NullMarked
package visibuild.sample.copy;

import org.jspecify.annotations.NullMarked;
