package visibuild.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import visibuild.policy.Descriptor;
import visibuild.policy.TeamPolicy;
import visibuild.policy.Violation;

/**
 * The result of checking programs against policies and a lock. Immutable.
 *
 * @param files the names of the policy and lock files
 * @param violations the broken rules, in the order of the programs
 * @param gaps the classes that can call Visibuild and have no descriptor, so that the files could
 *     not be checked against them
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
    return new Verdict(
        team.names(),
        team.check(today).violationsOf(reachable, all),
        programs.stream()
            .flatMap(program -> program.reachability().gaps().stream())
            .distinct()
            .toList(),
        WriteApproval.of(team, programs, today));
  }

  /** Returns whether no rule is broken and every client was checked. */
  public boolean holds() {
    return violations.isEmpty() && gaps.isEmpty();
  }
}
