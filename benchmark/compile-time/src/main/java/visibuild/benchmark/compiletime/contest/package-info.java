/** The compared processors, and one measured compilation of each. */
@NullMarked
package visibuild.benchmark.compiletime.contest;

import org.jspecify.annotations.NullMarked;
