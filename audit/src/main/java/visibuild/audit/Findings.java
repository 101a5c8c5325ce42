package visibuild.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The content of a report.
 *
 * <pre>{@code
 * Findings findings = Findings.about(programs).with(verdict).on(LocalDate.now(clock));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param programs the audited programs
 * @param verdict the result of a policy check; empty without one
 * @param difference the difference to an earlier version; empty without a comparison
 * @param day the day of the audit, in UTC; empty if the report names none
 * @since 0.1
 */
public record Findings(
    List<Program> programs,
    Optional<Verdict> verdict,
    Optional<Difference> difference,
    Optional<LocalDate> day) {
  /** Creates findings from a copy of {@code programs}. */
  public Findings {
    programs = List.copyOf(programs);
  }

  /** Returns findings about {@code programs} alone. */
  public static Findings about(List<Program> programs) {
    return new Findings(programs, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns these findings with the result of a policy check. */
  public Findings with(Verdict checked) {
    return new Findings(programs, Optional.of(checked), difference, day);
  }

  /** Returns these findings with the changes since an earlier version. */
  public Findings with(Difference changed) {
    return new Findings(programs, verdict, Optional.of(changed), day);
  }

  /** Returns these findings with the day of the audit, in UTC. */
  public Findings on(LocalDate audited) {
    return new Findings(programs, verdict, difference, Optional.of(audited));
  }
}
