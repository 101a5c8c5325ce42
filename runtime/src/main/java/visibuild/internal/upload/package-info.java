/**
 * The two steps of an upload: announce it to Visibuild, then send the bytes to the storage. Knows
 * the vocabulary in {@code visibuild}, {@code visibuild.call} and {@code visibuild.failure}.
 */
@NullMarked
package visibuild.internal.upload;

import org.jspecify.annotations.NullMarked;
