package visibuild.audit.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import visibuild.audit.CallStep;
import visibuild.audit.Client;
import visibuild.audit.Program;
import visibuild.audit.Reachability;

class ProposedPolicyTest {
  @Test
  void reasons_haveThePathToEachWrite() {
    assertThat(reasons("com.acme.Desk.<init>"))
        .contains(
            "## `desk`",
            "- `com.acme.TicketsApi#open`: reached by `com.acme.Desk.<init> -> TicketsApi.open`\n");
  }

  @Test
  void reasons_letNoNameEndItsCodeSpan() {
    assertThat(reasons("com.acme.`Desk\n# Heading"))
        .contains("`com.acme.\uFFFDDesk\uFFFD# Heading");
  }

  private static String reasons(String entryPoint) {
    Reachability reachability =
        new Reachability(
            true,
            Map.of(
                "com.acme.TicketsApiClient#open()",
                List.of(step(entryPoint), step("TicketsApi.open"))),
            Set.of(),
            List.of(),
            List.of());
    Program desk = new Program("desk", List.of(new Client(TICKETS, "desk.jar")), reachability);
    return new ProposedPolicy(List.of(desk), "Kim", LocalDate.EPOCH).reasons();
  }

  private static CallStep step(String method) {
    return new CallStep(method, Optional.empty(), "");
  }
}
