/** Explains failures at start in one sentence. */
@NullMarked
package visibuild.spring.failure;

import org.jspecify.annotations.NullMarked;
