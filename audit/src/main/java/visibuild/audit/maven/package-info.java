/** The Maven goals, a thin layer over the other packages. */
@NullMarked
package visibuild.audit.maven;

import org.jspecify.annotations.NullMarked;
