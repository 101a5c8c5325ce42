package visibuild.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Each write has an approval that still counts. */
record ApprovalRule(Located<List<Approval>> approvals, LocalDate today) implements PolicyRule {
  @Override
  public Optional<Violation> violation(Descriptor api, MethodDescriptor method) {
    if (!method.writes()) {
      return Optional.empty();
    }
    Optional<Approval> latest =
        approvals.value().stream()
            .filter(approval -> approval.write().covers(api.api(), method))
            .max(Comparator.comparing(Approval::until));
    if (latest.isEmpty()) {
      return Optional.of(missing(api, method));
    }
    return latest
        .filter(approval -> approval.expiredOn(today))
        .map(old -> expired(api, method, old));
  }

  @Override
  public Stream<Violation> unusedEntries(Collection<Descriptor> program) {
    return approvals.value().stream()
        .filter(approval -> program.stream().noneMatch(api -> isFor(approval, api)))
        .map(ApprovalRule::unused);
  }

  private static boolean isFor(Approval approval, Descriptor api) {
    return api.writes().stream().anyMatch(method -> approval.write().covers(api.api(), method));
  }

  private Violation missing(Descriptor api, MethodDescriptor method) {
    return Violation.of(
        Rule.WRITE_NOT_APPROVED,
        api,
        method,
        "%s (%s) writes, and \"approvals\" has no entry for it (%s)."
            .formatted(
                PolicyRule.label(api, method), PolicyRule.call(method), approvals.position()),
        "Remove the method, or get an approval of \"%s#%s\" until a date."
            .formatted(api.api(), method.name()));
  }

  private Violation expired(Descriptor api, MethodDescriptor method, Approval approval) {
    return Violation.of(
        Rule.APPROVAL_EXPIRED,
        api,
        method,
        "%s (%s) was approved by %s until %s only (%s); today is %s."
            .formatted(
                PolicyRule.label(api, method),
                PolicyRule.call(method),
                approval.approvedBy(),
                approval.until(),
                approval.written(),
                today),
        "Have it approved again with a later date, or remove the method.");
  }

  private static Violation unused(Approval approval) {
    return Violation.ofEntry(
        Rule.APPROVAL_UNUSED,
        approval.written(),
        "The approval of \"%s\" by %s is for no write of this program."
            .formatted(approval.write().text(), approval.approvedBy()),
        "Remove it: a write of that name that comes later would already be approved.");
  }
}
