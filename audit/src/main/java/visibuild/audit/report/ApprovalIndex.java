package visibuild.audit.report;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import visibuild.audit.Call;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.WriteApproval;
import visibuild.policy.MethodDescriptor;

/** The approvals of a report, by the method that they approve. */
final class ApprovalIndex {
  /** By identity, because the comparison of two calls compares their whole interfaces. */
  private final IdentityHashMap<MethodDescriptor, WriteApproval> approvals =
      new IdentityHashMap<>();

  ApprovalIndex(Findings findings) {
    findings.verdict().map(Verdict::approvals).orElse(List.of()).stream()
        .forEach(approval -> approvals.put(approval.call().method(), approval));
  }

  Optional<WriteApproval> of(Call call) {
    return Optional.ofNullable(approvals.get(call.method()));
  }

  /** The approvals of the reachable writes of {@code program}. */
  List<WriteApproval> of(Program program) {
    return program.writes().stream().map(this::of).flatMap(Optional::stream).toList();
  }
}
