package visibuild.policy;

import java.util.Optional;

/** One path is never called. */
record PathRule(PathPattern never) implements PolicyRule {
  @Override
  public Optional<Violation> violation(Descriptor api, MethodDescriptor method) {
    return never.covers(method)
        ? Optional.of(
            Violation.of(
                Rule.PATH_FORBIDDEN,
                api,
                method,
                "%s (%s) may go to \"%s\", which must never be called (%s)."
                    .formatted(
                        PolicyRule.label(api, method),
                        PolicyRule.call(method),
                        never.text(),
                        never.written()),
                "Remove the method, or narrow \"neverCall\" and have that reviewed."))
        : Optional.empty();
  }
}
