package visibuild.policy;

import java.util.List;
import java.util.Optional;

/**
 * Compares a policy with one that it extends. Both must hold, so a wider entry could permit
 * nothing; it is an error because its reader would believe that it does.
 */
final class Narrowing {
  private Narrowing() {}

  /**
   * Checks that {@code policy} permits nothing that {@code wide}, which it extends, does not.
   *
   * @throws MalformedFileException if it permits more; the message names both places
   */
  static void check(Policy policy, Policy wide) throws MalformedFileException {
    if (policy.highestScope().isPresent() && wide.highestScope().isPresent()) {
      checkScope(policy.highestScope().get(), wide.highestScope().get());
    }
    if (policy.mayWrite().isPresent() && wide.mayWrite().isPresent()) {
      for (NamePattern writer : policy.mayWrite().get().value()) {
        checkMayWrite(writer, "\"mayWrite\"", wide.mayWrite().get());
      }
    }
    for (Approval approval : policy.approvals().map(Located::value).orElse(List.of())) {
      if (wide.mayWrite().isPresent()) {
        checkMayWrite(approval.write(), "\"approvals\"", wide.mayWrite().get());
      }
      if (wide.approvals().isPresent()) {
        checkApproval(approval, wide.approvals().get());
      }
    }
  }

  private static void checkScope(Located<Access> scope, Located<Access> wide)
      throws MalformedFileException {
    if (!wide.value().covers(scope.value())) {
      throw ExtendedPolicies.failure(
          scope.position(),
          "\"highestScope\" is %s, and the extended policy allows %s at most (%s); a policy can only narrow the one that it extends, so write %s"
              .formatted(scope.value(), wide.value(), wide.position(), wide.value()));
    }
  }

  private static void checkMayWrite(
      NamePattern writer, String member, Located<List<NamePattern>> wide)
      throws MalformedFileException {
    if (wide.value().stream().noneMatch(may -> may.includes(writer))) {
      throw ExtendedPolicies.failure(
          writer.written(),
          "%s names \"%s\", which \"mayWrite\" of the extended policy does not include (%s); a policy can only narrow the one that it extends, so remove or narrow the entry"
              .formatted(member, writer.text(), wide.position()));
    }
  }

  private static void checkApproval(Approval approval, Located<List<Approval>> wide)
      throws MalformedFileException {
    List<Approval> covering =
        wide.value().stream().filter(each -> each.write().includes(approval.write())).toList();
    if (covering.isEmpty()) {
      throw ExtendedPolicies.failure(
          approval.written(),
          "this approves \"%s\", which \"approvals\" of the extended policy does not include (%s); a policy can only narrow the one that it extends, so remove or narrow the entry"
              .formatted(approval.write().text(), wide.position()));
    }
    Optional<Approval> enough =
        covering.stream().filter(each -> !approval.until().isAfter(each.until())).findFirst();
    if (enough.isEmpty()) {
      Approval first = covering.get(0);
      throw ExtendedPolicies.failure(
          approval.written(),
          "this approves \"%s\" until %s, and the extended policy until %s only (%s); write an earlier date"
              .formatted(
                  approval.write().text(), approval.until(), first.until(), first.written()));
    }
  }
}
