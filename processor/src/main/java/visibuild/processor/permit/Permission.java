package visibuild.processor.permit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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
import visibuild.processor.model.Anchor;
import visibuild.processor.model.ApiInterface;

/** What the team permits in this compilation, as the compiler's options state and name it. */
public final class Permission {
  /** Permits all. */
  public static final Permission ALL =
      new Permission(PolicyCheck.of(List.of(), Optional.empty(), LocalDate.EPOCH));

  private final PolicyCheck check;

  private Permission(PolicyCheck check) {
    this.check = check;
  }

  /**
   * Reads what {@code options} name; without any of them, all is permitted.
   *
   * @param known the names of the processor's options: another one that begins like them may be the
   *     misspelt one that was to name the policy
   * @param clock tells the day on which approvals must count, unless an option does
   * @throws UnusablePolicyException if an option or a file is not what it should be
   */
  public static Permission of(Map<String, String> options, Set<String> known, Clock clock)
      throws UnusablePolicyException {
    try {
      refuseUnknown(options.keySet(), known);
      return new Permission(
          PolicyOptions.team(options, Permission::name).check(PolicyOptions.today(options, clock)));
    } catch (IOException | MalformedFileException | IllegalArgumentException unusable) {
      throw new UnusablePolicyException(unusable);
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

  /** What is not permitted of {@code api}, whose descriptor is {@code descriptor}. */
  public List<Breach> breachesOf(ApiInterface api, Descriptor descriptor) {
    return check.violationsOf(descriptor).stream()
        .map(violation -> new Breach(anchor(violation, api, descriptor), violation))
        .toList();
  }

  /** The methods of the descriptor are those of the interface, in the same order. */
  private static Anchor anchor(Violation violation, ApiInterface api, Descriptor descriptor) {
    return violation
        .method()
        .map(descriptor.methods()::indexOf)
        .map(index -> api.methods().get(index).anchor())
        .orElse(api.anchor());
  }

  /** A file as every machine names it, if it lies below the folder that the compiler runs in. */
  private static String name(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path shown = file.startsWith(here) ? here.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }
}
