/** Finds what changed between two programs. Knows {@code visibuild.audit} only. */
@NullMarked
package visibuild.audit.compare;

import org.jspecify.annotations.NullMarked;
