package visibuild.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks interfaces against policies and a lock. The compiler checks one interface at a time, the
 * audit a whole program. Only the audit can find unused approvals and lock entries.
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
  private final List<PolicyRule> inherited;

  private PolicyCheck(List<PolicyRule> rules, List<PolicyRule> inherited) {
    this.rules = List.copyOf(rules);
    this.inherited = List.copyOf(inherited);
  }

  /**
   * The check of all of {@code policies} together.
   *
   * @param lock the approved writes; without it a write needs no entry anywhere
   * @param today the day on which approvals must still count, in UTC
   */
  public static PolicyCheck of(List<Policy> policies, Optional<Lock> lock, LocalDate today) {
    return of(policies, List.of(), lock, today);
  }

  /**
   * Returns the check of {@code policies} and of the policies that they extend. An inherited policy
   * serves several programs, so its unused approvals are no violations.
   */
  static PolicyCheck of(
      List<Policy> policies, List<Policy> inherited, Optional<Lock> lock, LocalDate today) {
    List<PolicyRule> rules = rules(policies, today);
    Optional<SourcePosition> asked =
        policies.stream()
            .flatMap(policy -> policy.lock().stream())
            .map(Located::position)
            .findFirst();
    lock.ifPresent(approved -> rules.add(new LockRule(approved, asked)));
    return new PolicyCheck(rules, rules(inherited, today));
  }

  private static List<PolicyRule> rules(List<Policy> policies, LocalDate today) {
    List<PolicyRule> rules = new ArrayList<>();
    for (Policy policy : policies) {
      policy.highestScope().ifPresent(highest -> rules.add(new ScopeRule(highest)));
      policy.mayWrite().ifPresent(may -> rules.add(new WriterRule(may)));
      policy.neverCall().forEach(never -> rules.add(new PathRule(never)));
      policy.approvals().ifPresent(approvals -> rules.add(new ApprovalRule(approvals, today)));
    }
    return rules;
  }

  /**
   * Returns the violations of {@code api}: first that of the interface as a whole, then those of
   * its methods in their order.
   */
  public List<Violation> violationsOf(Descriptor api) {
    List<Violation> violations = new ArrayList<>();
    List<PolicyRule> all = allRules();
    for (PolicyRule rule : all) {
      rule.violation(api).ifPresent(violations::add);
    }
    for (MethodDescriptor method : api.methods()) {
      for (PolicyRule rule : all) {
        rule.violation(api, method).ifPresent(violations::add);
      }
    }
    return violations;
  }

  private List<PolicyRule> allRules() {
    List<PolicyRule> all = new ArrayList<>(rules);
    all.addAll(inherited);
    return all;
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
   * @param reachable the interfaces with the methods that can run, which are checked; the scope of
   *     an interface whose client the program never creates is {@link Access#READ}
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
