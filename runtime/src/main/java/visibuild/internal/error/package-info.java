/**
 * What went wrong, as exceptions: from the server's answer ({@link
 * visibuild.internal.error.ErrorResponses}) or from the transport's failure ({@link
 * visibuild.internal.error.TransportErrors}). Knows the vocabulary in {@code visibuild} and no
 * other room.
 */
@NullMarked
package visibuild.internal.error;

import org.jspecify.annotations.NullMarked;
