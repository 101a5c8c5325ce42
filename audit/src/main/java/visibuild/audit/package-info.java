/**
 * The results of an audit: programs, their clients, policy verdicts and differences. Plain values
 * over {@code visibuild.policy}; knows no other package of the audit.
 */
@NullMarked
package visibuild.audit;

import org.jspecify.annotations.NullMarked;
