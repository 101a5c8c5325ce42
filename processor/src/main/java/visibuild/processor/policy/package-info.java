/**
 * From the descriptor to what the team's policy says of it: a breach at each method that it does
 * not permit. Knows {@code model} and {@code visibuild.policy}, and reads the policy's files once
 * for a compilation.
 */
@NullMarked
package visibuild.processor.policy;

import org.jspecify.annotations.NullMarked;
