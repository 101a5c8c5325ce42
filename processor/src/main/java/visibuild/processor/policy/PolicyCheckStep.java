package visibuild.processor.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import visibuild.policy.Descriptor;
import visibuild.policy.MalformedFileException;
import visibuild.policy.PolicyCheck;
import visibuild.policy.PolicyOptions;
import visibuild.policy.Violation;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.SourceLocation;

/**
 * The policy check of one compilation, with the policies and the lock from the compiler's options.
 */
public final class PolicyCheckStep {
  /** Permits all. */
  public static final PolicyCheckStep ALL = new PolicyCheckStep(Optional.empty());

  private final Optional<PolicyCheck> check;

  private PolicyCheckStep(Optional<PolicyCheck> check) {
    this.check = check;
  }

  /**
   * Reads the policies and the lock that {@code options} name; without them, everything is
   * permitted.
   *
   * @param known the names of the processor's options; a similar unknown option may be a misspelt
   *     one
   * @param clock the source of the current day for the expiry of approvals, unless an option names
   *     it
   * @throws InvalidPolicyException if an option or a file is malformed
   */
  public static PolicyCheckStep of(Map<String, String> options, Set<String> known, Clock clock)
      throws InvalidPolicyException {
    try {
      refuseUnknown(options.keySet(), known);
      if (Collections.disjoint(options.keySet(), PolicyOptions.names())) {
        return ALL;
      }
      return new PolicyCheckStep(
          Optional.of(
              PolicyOptions.team(options, PolicyCheckStep::name)
                  .check(PolicyOptions.today(options, clock))));
    } catch (IOException | MalformedFileException | IllegalArgumentException unusable) {
      throw new InvalidPolicyException(unusable);
    }
  }

  private static void refuseUnknown(Set<String> options, Set<String> known) {
    for (String option : new TreeSet<>(options)) {
      if (option.startsWith("visibuild.") && !known.contains(option)) {
        throw new IllegalArgumentException(
            "-A%s: there is no such option. Write one of %s."
                .formatted(option, String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  /** Returns the violations of {@code api} with its descriptor {@code descriptor}. */
  public List<PolicyDiagnostic> breachesOf(ApiInterface api, Descriptor descriptor) {
    if (check.isEmpty()) {
      return List.of();
    }
    List<PolicyDiagnostic> found = new ArrayList<>();
    for (Violation violation : check.get().violationsOf(descriptor)) {
      found.add(new PolicyDiagnostic(location(violation, api, descriptor), violation));
    }
    return found;
  }

  /** The methods of the descriptor are those of the interface, in the same order. */
  private static SourceLocation location(
      Violation violation, ApiInterface api, Descriptor descriptor) {
    return violation
        .method()
        .map(descriptor.methods()::indexOf)
        .map(index -> api.methods().get(index).location())
        .orElse(api.location());
  }

  /** A file as every machine names it, if it lies below the folder that the compiler runs in. */
  private static String name(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path shown = file.startsWith(here) ? here.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }
}
