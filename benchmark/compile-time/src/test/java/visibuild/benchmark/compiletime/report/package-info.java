/** Tests of the package of the same name. */
@NullMarked
package visibuild.benchmark.compiletime.report;

import org.jspecify.annotations.NullMarked;
