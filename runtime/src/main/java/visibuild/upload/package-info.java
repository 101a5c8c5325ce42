/**
 * The two steps of an upload: announce it to Visibuild, then send the bytes to the storage. Knows
 * the vocabulary in {@code visibuild}, and {@code visibuild.call}.
 */
@NullMarked
package visibuild.upload;

import org.jspecify.annotations.NullMarked;
