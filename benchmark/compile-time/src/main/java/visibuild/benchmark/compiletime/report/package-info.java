/** From measurements to tables. */
@NullMarked
package visibuild.benchmark.compiletime.report;

import org.jspecify.annotations.NullMarked;
