/**
 * Descriptors of interfaces, and a team's policies and locks, as plain values, with their file
 * formats and rules.
 *
 * @since 0.1
 */
// The audit is built later, and is an automatic module.
@SuppressWarnings("module")
module visibuild.policy {
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;
  // Only PolicyEnforcer, the check in a running program, needs the runtime.
  requires static transitive visibuild.runtime;

  exports visibuild.policy;
  exports visibuild.policy.json to
      visibuild.audit;
}
