package visibuild.policy;

import java.util.Optional;

/** Requires that no call, and no client that is created, needs more than the highest scope. */
record ScopeRule(Located<Access> highest) implements PolicyRule {
  /**
   * Checks the scope that a client of {@code api} needs when it is created. A method that needs
   * more than the highest scope is reported by itself, and then this is not reported again.
   */
  @Override
  public Optional<Violation> violation(Descriptor api) {
    if (highest.value().covers(api.scope())
        || api.methods().stream().anyMatch(method -> !highest.value().covers(method.scope()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Violation(
            Rule.SCOPE_TOO_HIGH,
            Optional.of(api.api()),
            Optional.empty(),
            api.source(),
            ("The program creates a client of %s, which declares %s, so its credential needs that"
                    + " scope although no write is reached; %s is the highest scope allowed (%s).")
                .formatted(api.simpleName(), api.scope(), highest.value(), highest.position()),
            "Create a client of an interface that declares %s, or remove the code that creates it."
                .formatted(highest.value())));
  }

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
