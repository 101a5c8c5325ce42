package visibuild.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds interfaces against policies and a lock. The compiler asks for one interface at a time, the
 * audit for a whole program; what only a whole program can show (an approval or a lock entry for
 * nothing) is asked for there alone.
 *
 * <pre>{@code
 * PolicyCheck check = PolicyCheck.of(List.of(policy), Optional.of(lock), LocalDate.now(clock));
 * check.violationsOf(descriptor).forEach(violation -> print(violation.message()));
 * }</pre>
 *
 * <p>Immutable, so it can be shared between threads.
 *
 * @since 0.1
 */
public final class PolicyCheck {
  private final List<PolicyRule> rules;

  private PolicyCheck(List<PolicyRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * The check of all of {@code policies} together.
   *
   * @param lock the approved writes; without it a write needs no entry anywhere
   * @param today the day on which approvals must still count, in UTC
   */
  public static PolicyCheck of(List<Policy> policies, Optional<Lock> lock, LocalDate today) {
    List<PolicyRule> rules = new ArrayList<>();
    for (Policy policy : policies) {
      policy.highestScope().ifPresent(highest -> rules.add(new ScopeRule(highest)));
      policy.mayWrite().ifPresent(may -> rules.add(new WriterRule(may)));
      policy.neverCall().forEach(never -> rules.add(new PathRule(never)));
      policy.approvals().ifPresent(approvals -> rules.add(new ApprovalRule(approvals, today)));
    }
    Optional<SourcePosition> asked =
        policies.stream()
            .flatMap(policy -> policy.lock().stream())
            .map(Located::position)
            .findFirst();
    lock.ifPresent(approved -> rules.add(new LockRule(approved, asked)));
    return new PolicyCheck(rules);
  }

  /** Returns the violations of {@code api}, in the order of its methods. */
  public List<Violation> violationsOf(Descriptor api) {
    return api.methods().stream()
        .flatMap(method -> rules.stream().flatMap(rule -> rule.violation(api, method).stream()))
        .toList();
  }

  /**
   * Returns the violations of all interfaces of a program, and the unused entries of policies and
   * lock.
   */
  public List<Violation> violationsOf(Collection<Descriptor> program) {
    return violationsOf(program, program);
  }

  /**
   * Returns the violations of a program of which only a part can run.
   *
   * @param reachable the interfaces with the methods that can run, which are checked
   * @param program the interfaces with all methods; an entry for one of them is not unused
   */
  public List<Violation> violationsOf(
      Collection<Descriptor> reachable, Collection<Descriptor> program) {
    return Stream.concat(
            reachable.stream().flatMap(api -> violationsOf(api).stream()),
            rules.stream().flatMap(rule -> rule.unusedEntries(program)))
        .toList();
  }
}
