/**
 * Holds programs against the policy and lock files of a team. Knows {@code visibuild.audit} only.
 */
@NullMarked
package visibuild.audit.gate;

import org.jspecify.annotations.NullMarked;
