/** A compile in a process of its own, seen from both of its ends. */
@NullMarked
package visibuild.benchmark.compiletime.child;

import org.jspecify.annotations.NullMarked;
