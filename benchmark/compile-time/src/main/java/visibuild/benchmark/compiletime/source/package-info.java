/** The compiled sources: identical for all contenders and on each machine. */
@NullMarked
package visibuild.benchmark.compiletime.source;

import org.jspecify.annotations.NullMarked;
