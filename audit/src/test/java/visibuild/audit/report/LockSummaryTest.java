package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import visibuild.audit.Client;
import visibuild.audit.Program;
import visibuild.audit.Reachability;
import visibuild.policy.Descriptor;
import visibuild.policy.Lock;

class LockSummaryTest {
  @Test
  void reachableWrites_areCounted() {
    Program desk = new Program("desk", List.of(new Client(TICKETS, "desk.jar")));

    assertThat(lines(desk)).containsExactly("lock.json approves 1 write.");
  }

  @Test
  void unreachableWrite_isNamedWithItsConsequence() {
    assertThat(lines(neverCalled(TICKETS)))
        .containsExactly(
            "lock.json approves 0 writes.",
            "It leaves out 1 write that no entry point reaches: com.acme.TicketsApi#open() (POST"
                + " api/core/v1/tickets). A module that declares such a write does not compile with"
                + " this lock (write-not-locked); call the method, or remove it.");
  }

  @Test
  void unreachableWriteOfTheReadyMadeClient_isNotNamed() {
    Descriptor webhooks =
        api("visibuild.client.WebhooksWriteApi", call("create", "POST", "webhooks", 3));
    Descriptor sample = api("visibuild.sample.DeskApi", call("open", "POST", "tickets", 3));

    assertThat(lines(neverCalled(webhooks))).containsExactly("lock.json approves 0 writes.");
    assertThat(lines(neverCalled(sample))).hasSize(2);
  }

  private static Program neverCalled(Descriptor api) {
    return new Program(
        "desk",
        List.of(new Client(api, "desk.jar")),
        new Reachability(true, Map.of(), Set.of(), List.of(), List.of()));
  }

  private static List<String> lines(Program program) {
    return LockSummary.lines(
        Lock.of("lock.json", program.reachableDescriptors()), List.of(program));
  }
}
