package visibuild.policy;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** One requirement of a policy or a lock. */
interface PolicyRule {
  /** Returns the violation by {@code api} as a whole, if any. */
  default Optional<Violation> violation(Descriptor api) {
    return Optional.empty();
  }

  /** Returns the violation by {@code method} of {@code api}, if any. */
  Optional<Violation> violation(Descriptor api, MethodDescriptor method);

  /** Returns the entries that nothing in {@code program} needs, as violations. */
  default Stream<Violation> unusedEntries(Collection<Descriptor> program) {
    return Stream.empty();
  }

  /** The method as a message names it: {@code TicketsApi.create}. */
  static String label(Descriptor api, MethodDescriptor method) {
    return api.simpleName() + "." + method.name();
  }

  /** The call as a message names it: {@code POST api/core/v1/tickets}. */
  static String call(MethodDescriptor method) {
    return method.verb() + " " + method.path();
  }
}
