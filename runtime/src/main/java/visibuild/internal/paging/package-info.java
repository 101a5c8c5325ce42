/** Reads the pages of a list one after another, from any source. Knows {@code visibuild} only. */
@NullMarked
package visibuild.internal.paging;

import org.jspecify.annotations.NullMarked;
