/**
 * What went wrong, as exceptions: from the server's answer ({@link visibuild.failure.Refusals}) or
 * from the transport's failure ({@link visibuild.failure.Breaks}). Knows the vocabulary in {@code
 * visibuild} and no other room.
 */
@NullMarked
package visibuild.failure;

import org.jspecify.annotations.NullMarked;
