/**
 * Writes files that keep reflectively used classes: rules for R8 and ProGuard, and metadata for
 * GraalVM's native-image. Knows only {@code model}.
 */
@NullMarked
package visibuild.processor.reachability;

import org.jspecify.annotations.NullMarked;
