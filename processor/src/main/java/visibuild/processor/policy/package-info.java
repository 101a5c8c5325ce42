/**
 * Descriptors and the team's policy: creates the descriptor of each interface from its model, and
 * reports each method that the policy or the lock does not permit. Knows {@code model} and the
 * module {@code visibuild.policy}. Reads the policy's files once for each compilation.
 */
@NullMarked
package visibuild.processor.policy;

import org.jspecify.annotations.NullMarked;
