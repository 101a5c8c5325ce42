/**
 * Converts between JSON and the program's records: the mapper's settings, and the envelope around
 * each response. Knows {@code visibuild} and {@code visibuild.internal.error}.
 */
@NullMarked
package visibuild.internal.json;

import org.jspecify.annotations.NullMarked;
