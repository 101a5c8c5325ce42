package visibuild.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.Rule;
import visibuild.policy.TeamPolicy;
import visibuild.policy.Violation;

/**
 * The result of checking programs against policies and a lock. Immutable.
 *
 * @param files the names of the policy and lock files
 * @param violations the broken rules, in the order of the programs
 * @param gaps why the files could not be checked against all programs: classes that can call
 *     Visibuild and have no descriptor, and programs in which no client was found
 * @param approvals the approval of each reachable write; empty if no policy requires approvals
 * @since 0.1
 */
public record Verdict(
    List<String> files,
    List<Violation> violations,
    List<String> gaps,
    List<WriteApproval> approvals) {
  /** Creates a verdict from copies of the lists. */
  public Verdict {
    files = List.copyOf(files);
    violations = List.copyOf(violations);
    gaps = List.copyOf(gaps);
    approvals = List.copyOf(approvals);
  }

  /** Creates a verdict without approvals. */
  public Verdict(List<String> files, List<Violation> violations, List<String> gaps) {
    this(files, violations, gaps, List.of());
  }

  /** Creates a verdict on programs without gaps. */
  public Verdict(List<String> files, List<Violation> violations) {
    this(files, violations, List.of());
  }

  /** Checks the reachable calls of {@code programs} on {@code today}, a date in UTC. */
  public static Verdict of(TeamPolicy team, Collection<Program> programs, LocalDate today) {
    List<Descriptor> all =
        programs.stream().flatMap(program -> program.descriptors().stream()).distinct().toList();
    List<Descriptor> reachable =
        programs.stream()
            .flatMap(program -> program.reachableDescriptors().stream())
            .distinct()
            .toList();
    List<Violation> violations = new ArrayList<>(team.check(today).violationsOf(reachable, all));
    programs.forEach(program -> violations.addAll(askingForWriteAccess(team, program)));
    return new Verdict(
        team.names(),
        violations,
        programs.stream().flatMap(program -> program.gaps().stream()).distinct().toList(),
        WriteApproval.of(team, programs, today));
  }

  /** Returns the violation of each policy for reading by a program that asks for write access. */
  private static List<Violation> askingForWriteAccess(TeamPolicy team, Program program) {
    if (!program.needsWriteAccessToRead()) {
      return List.of();
    }
    return Stream.concat(team.policies().stream(), team.inherited().stream())
        .flatMap(policy -> policy.highestScope().stream())
        .filter(highest -> !highest.value().covers(Access.READ_WRITE))
        .map(
            highest ->
                new Violation(
                    Rule.SCOPE_TOO_HIGH,
                    Optional.empty(),
                    Optional.empty(),
                    program.writeAccessSource(),
                    "%s needs READ_WRITE: %s; %s is the highest scope allowed (%s)."
                        .formatted(
                            program.name(),
                            program.writeAccessReason(),
                            highest.value(),
                            highest.position()),
                    program.writeAccessRemedy()))
        .toList();
  }

  /** Returns whether no rule is broken and every program was checked as a whole. */
  public boolean holds() {
    return violations.isEmpty() && gaps.isEmpty();
  }
}
