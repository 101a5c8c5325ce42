package visibuild.policy;

import java.util.Optional;

/** No call needs more than the highest scope allowed. */
record ScopeRule(Located<Access> highest) implements PolicyRule {
  @Override
  public Optional<Violation> violation(Descriptor api, MethodDescriptor method) {
    return highest.value().covers(method.scope())
        ? Optional.empty()
        : Optional.of(
            Violation.of(
                Rule.SCOPE_TOO_HIGH,
                api,
                method,
                "%s (%s) needs %s, and %s is the highest scope allowed (%s)."
                    .formatted(
                        PolicyRule.label(api, method),
                        PolicyRule.call(method),
                        method.scope(),
                        highest.value(),
                        highest.position()),
                "Remove the method, or move it to a module that may write."));
  }
}
