package visibuild.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.program;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import visibuild.policy.MalformedFileException;
import visibuild.policy.Policy;
import visibuild.policy.PolicyFile;
import visibuild.policy.TeamPolicy;

class WriteApprovalTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);

  @Test
  void lastDay_hasZeroDaysLeftAndStillCounts() throws Exception {
    WriteApproval approval = approval(List.of(approving("Kim", "2027-06-01")), List.of());

    assertThat(approval.daysLeft()).hasValue(0);
    assertThat(approval.isValid()).isTrue();
  }

  @Test
  void dayAfterTheLast_isExpired() throws Exception {
    WriteApproval approval = approval(List.of(approving("Kim", "2027-05-31")), List.of());

    assertThat(approval.daysLeft()).hasValue(-1);
    assertThat(approval.isValid()).isFalse();
  }

  @Test
  void companysApprovalThatEndsEarlier_isTheOneThatCounts() throws Exception {
    WriteApproval approval =
        approval(
            List.of(approving("Kim", "2027-12-31")), List.of(approving("Security", "2027-07-01")));

    assertThat(approval.approval().orElseThrow().approvedBy()).isEqualTo("Security");
  }

  @Test
  void approvalThatOneOfTwoPoliciesLacks_isMissing() throws Exception {
    Policy none = PolicyFile.read("company.json", bytes("{\"version\": 1, \"approvals\": []}"));

    WriteApproval approval = approval(List.of(approving("Kim", "2027-12-31")), List.of(none));

    assertThat(approval.approval()).isEmpty();
    assertThat(approval.daysLeft()).isEmpty();
  }

  @Test
  void policyWithoutApprovals_requiresNone() throws Exception {
    TeamPolicy team =
        new TeamPolicy(
            List.of(PolicyFile.read("policy.json", bytes("{\"version\": 1}"))),
            List.of(),
            Optional.empty());

    assertThat(WriteApproval.of(team, List.of(program("desk", TICKETS)), TODAY)).isEmpty();
  }

  private static WriteApproval approval(List<Policy> own, List<Policy> inherited) {
    TeamPolicy team = new TeamPolicy(own, inherited, Optional.empty());
    List<WriteApproval> approvals =
        WriteApproval.of(team, List.of(program("desk", TICKETS, VISIS)), TODAY);
    assertThat(approvals).hasSize(1);
    return approvals.get(0);
  }

  private static Policy approving(String name, String until) throws MalformedFileException {
    return PolicyFile.read(
        "policy.json",
        bytes(
            ("{\"version\": 1, \"approvals\": [{\"write\": \"com.acme.TicketsApi\","
                    + " \"approvedBy\": \"%s\", \"until\": \"%s\"}]}")
                .formatted(name, until)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
