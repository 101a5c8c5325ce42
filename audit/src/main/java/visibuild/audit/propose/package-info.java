/** Proposes policies for programs. Knows {@code visibuild.audit} only. */
@NullMarked
package visibuild.audit.propose;

import org.jspecify.annotations.NullMarked;
