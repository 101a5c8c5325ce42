/**
 * The team's policy in the running program. Needs the artifact {@code visibuild-policy}, which a
 * program that uses it adds; the rest of the runtime does without. Knows {@code visibuild} only.
 */
@NullMarked
package visibuild.guard;

import org.jspecify.annotations.NullMarked;
