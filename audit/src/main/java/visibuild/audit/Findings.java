package visibuild.audit;

import java.util.List;
import java.util.Optional;

/**
 * The content of a report.
 *
 * @param programs the audited programs
 * @param verdict the result of a policy check; empty without one
 * @param difference the difference to an earlier version; empty without a comparison
 * @since 0.1
 */
public record Findings(
    List<Program> programs, Optional<Verdict> verdict, Optional<Difference> difference) {
  /** Makes findings of a copy of {@code programs}. */
  public Findings {
    programs = List.copyOf(programs);
  }

  /** Findings about {@code programs} alone. */
  public static Findings about(List<Program> programs) {
    return new Findings(programs, Optional.empty(), Optional.empty());
  }

  /** The findings together with what a policy says. */
  public Findings with(Verdict said) {
    return new Findings(programs, Optional.of(said), difference);
  }

  /** The findings together with what changed. */
  public Findings with(Difference changed) {
    return new Findings(programs, verdict, Optional.of(changed));
  }
}
