/**
 * What an interface may do (its descriptor) and what a team allows (its policy and lock), as plain
 * values, with the formats of the three files and the rules between them.
 *
 * @since 0.1
 */
module visibuild.policy {
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;
  // Only PolicyEnforcer, the check in a running program, needs the runtime.
  requires static transitive visibuild.runtime;

  exports visibuild.policy;
}
