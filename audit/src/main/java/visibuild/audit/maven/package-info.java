/** The goals of Maven, thin over the other rooms. */
@NullMarked
package visibuild.audit.maven;

import org.jspecify.annotations.NullMarked;
