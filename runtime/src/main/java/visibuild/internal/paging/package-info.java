/**
 * Reads the pages of a list one after the other, wherever they come from. Knows the vocabulary in
 * {@code visibuild} and no other room.
 */
@NullMarked
package visibuild.internal.paging;

import org.jspecify.annotations.NullMarked;
