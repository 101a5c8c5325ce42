/** A compilation in a separate process: the starting side and the process itself. */
@NullMarked
package visibuild.benchmark.compiletime.child;

import org.jspecify.annotations.NullMarked;
