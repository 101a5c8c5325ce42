/** Tests of the package of the same name. */
@NullMarked
package visibuild.benchmark.compiletime.source;

import org.jspecify.annotations.NullMarked;
