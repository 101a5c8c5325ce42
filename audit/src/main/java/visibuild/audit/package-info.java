/**
 * What was found out about programs: their clients, what a policy says of them, how two of them
 * differ. Plain values over {@code visibuild.policy}; knows no other room of the audit.
 */
@NullMarked
package visibuild.audit;

import org.jspecify.annotations.NullMarked;
