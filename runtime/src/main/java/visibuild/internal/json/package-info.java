/**
 * Between JSON and the user's records: the mapper's settings, and the envelope that Visibuild puts
 * around each answer. Knows the vocabulary in {@code visibuild} and no other room.
 */
@NullMarked
package visibuild.internal.json;

import org.jspecify.annotations.NullMarked;
