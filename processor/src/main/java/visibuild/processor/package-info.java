/**
 * The annotation processor. Each interface passes the packages in this order: {@code read} creates
 * its {@code model}, {@code validation} finds problems, {@code policy} creates its descriptor and
 * checks the team's policy, {@code writing} turns a model without problems into the source of a
 * client, and {@code reachability} writes metadata about its reflection. Only this package knows
 * all others.
 */
@NullMarked
package visibuild.processor;

import org.jspecify.annotations.NullMarked;
