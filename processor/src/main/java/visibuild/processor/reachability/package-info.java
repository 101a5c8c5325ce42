/**
 * From what reflection reaches to the files that keep it: rules for R8 and ProGuard, metadata for
 * GraalVM's native-image. Knows {@code model} and no other room.
 */
@NullMarked
package visibuild.processor.reachability;

import org.jspecify.annotations.NullMarked;
