package visibuild.policy;

import java.util.List;
import java.util.Optional;

/** Only listed interfaces and methods may write. */
record WriterRule(Located<List<NamePattern>> mayWrite) implements PolicyRule {
  @Override
  public Optional<Violation> violation(Descriptor api, MethodDescriptor method) {
    return !method.writes()
            || mayWrite.value().stream().anyMatch(may -> may.covers(api.api(), method))
        ? Optional.empty()
        : Optional.of(
            Violation.of(
                Rule.WRITE_NOT_ALLOWED,
                api,
                method,
                "%s (%s) writes, and \"mayWrite\" does not name it (%s)."
                    .formatted(
                        PolicyRule.label(api, method),
                        PolicyRule.call(method),
                        mayWrite.position()),
                "Remove the method, or add %s to \"mayWrite\" and have that reviewed."
                    .formatted(api.api())));
  }
}
