/** Tests of the package of the same name. */
@NullMarked
package visibuild.benchmark.compiletime.child;

import org.jspecify.annotations.NullMarked;
