package visibuild.audit;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import visibuild.policy.Approval;
import visibuild.policy.Located;
import visibuild.policy.Policy;
import visibuild.policy.TeamPolicy;

/**
 * The approval of one reachable write. Immutable.
 *
 * @param program the name of the program
 * @param call the write
 * @param approval the approval that ends first among those that the policies require, inherited
 *     policies included; empty if one of them is missing
 * @param today the day of the audit, in UTC
 * @since 0.1
 */
public record WriteApproval(
    String program, Call call, Optional<Approval> approval, LocalDate today) {
  /**
   * Returns the approvals of all reachable writes, in the order of the programs. The list is empty
   * if no policy requires approvals.
   */
  public static List<WriteApproval> of(
      TeamPolicy team, Collection<Program> programs, LocalDate today) {
    List<List<Approval>> required =
        Stream.concat(team.policies().stream(), team.inherited().stream())
            .map(Policy::approvals)
            .flatMap(Optional::stream)
            .map(Located::value)
            .toList();
    List<WriteApproval> approvals = new ArrayList<>();
    if (!required.isEmpty()) {
      for (Program program : programs) {
        for (Call call : program.writes()) {
          approvals.add(new WriteApproval(program.name(), call, firstToEnd(required, call), today));
        }
      }
    }
    return List.copyOf(approvals);
  }

  private static Optional<Approval> firstToEnd(List<List<Approval>> required, Call call) {
    List<Approval> found = new ArrayList<>();
    for (List<Approval> approvals : required) {
      approvals.stream()
          .filter(approval -> approval.write().covers(call.api().api(), call.method()))
          .max(Comparator.comparing(Approval::until))
          .ifPresent(found::add);
    }
    return found.size() < required.size()
        ? Optional.empty()
        : found.stream().min(Comparator.comparing(Approval::until));
  }

  /**
   * Returns the days from today to the last day of the approval: 0 if today is the last day, a
   * negative number if the approval has expired, nothing without an approval.
   */
  public OptionalLong daysLeft() {
    return approval
        .map(given -> OptionalLong.of(DAYS.between(today, given.until())))
        .orElseGet(OptionalLong::empty);
  }

  /** Returns whether the write is approved today. */
  public boolean isValid() {
    return approval.isPresent() && !approval.get().expiredOn(today);
  }
}
