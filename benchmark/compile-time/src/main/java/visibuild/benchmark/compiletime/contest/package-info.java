/** What is compared, and how one compile of it goes. */
@NullMarked
package visibuild.benchmark.compiletime.contest;

import org.jspecify.annotations.NullMarked;
