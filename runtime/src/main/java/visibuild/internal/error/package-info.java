/**
 * Turns failures into exceptions: error responses ({@link visibuild.internal.error.ErrorResponses})
 * and transport failures ({@link visibuild.internal.error.TransportErrors}). Knows {@code
 * visibuild} only.
 */
@NullMarked
package visibuild.internal.error;

import org.jspecify.annotations.NullMarked;
