package visibuild.policy;

import java.util.Optional;

/**
 * A violation of a policy or a lock.
 *
 * @param rule the violated rule
 * @param api the binary name of the interface that breaks it; empty if it is an entry of the policy
 *     or lock itself, or the program as a whole
 * @param method the method that breaks it, the very object of the descriptor; empty if it is the
 *     interface as a whole
 * @param source the source position; empty if unknown
 * @param problem the problem, in one sentence
 * @param hint the remedy, in one or two sentences
 * @since 0.1
 */
public record Violation(
    Rule rule,
    Optional<String> api,
    Optional<MethodDescriptor> method,
    Optional<SourcePosition> source,
    String problem,
    String hint) {
  /** The violation for people, the rule's id in front: {@code [write-not-locked] ...}. */
  public String message() {
    return "[" + rule.id() + "] " + problem + "\n  " + hint;
  }

  static Violation of(
      Rule rule, Descriptor api, MethodDescriptor method, String wrong, String instead) {
    return new Violation(
        rule, Optional.of(api.api()), Optional.of(method), api.sourceOf(method), wrong, instead);
  }

  static Violation ofEntry(Rule rule, SourcePosition entry, String wrong, String instead) {
    return new Violation(
        rule, Optional.empty(), Optional.empty(), Optional.of(entry), wrong, instead);
  }
}
