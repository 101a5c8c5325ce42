/** The sources that are compiled: the same for all who ask, on every machine. */
@NullMarked
package visibuild.benchmark.compiletime.source;

import org.jspecify.annotations.NullMarked;
