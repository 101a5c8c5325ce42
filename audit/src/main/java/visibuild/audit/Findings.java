package visibuild.audit;

import java.util.List;
import java.util.Optional;

/**
 * All that a report tells.
 *
 * @param programs the programs that were read
 * @param verdict what a policy says of them; empty if none was asked
 * @param difference how the one program differs from the one before; empty if that was not asked
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
