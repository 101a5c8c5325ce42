package visibuild.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import visibuild.audit.report.Format;
import visibuild.audit.report.SourceRoots;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.UploadDescriptor;

/** Uploads of a library, such as those of visibuild-client, beside the clients of a program. */
class UploadCountTest {
  private static final Descriptor UPLOAD = UploadDescriptor.descriptor(Optional.empty());
  private static final Descriptor WEBHOOKS =
      api("com.acme.WebhooksApi", call("create", "POST", "webhooks", 19));

  @Test
  void uploadThatNothingReaches_isNoClientThatIsNeverCreated() {
    Program program = program(Set.of(TICKETS), TICKETS, WEBHOOKS, UPLOAD);

    assertThat(program.unusedWriters())
        .extracting(client -> client.descriptor().api())
        .containsExactly("com.acme.WebhooksApi");
    assertThat(program.unreachableWrites())
        .extracting(Call::label)
        .containsExactly("WebhooksApi.create", "Attachments.upload");
    assertThat(text(program))
        .contains("desk needs READ_WRITE (1 client that writes is never created)")
        .contains("2 clients, 1 of which write; 2 calls, 1 of which write.");
  }

  @Test
  void uploadThatIsReached_countsAsAClientThatWrites() {
    Program program = program(Set.of(UPLOAD), UPLOAD);

    assertThat(program.isUnknown()).isFalse();
    assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
    assertThat(text(program)).contains("1 client, 1 of which write; 1 call, 1 of which write.");
  }

  @Test
  void programWithAnUnusedUploadAlone_isUnknown() {
    Program program = program(Set.of(), UPLOAD);

    assertThat(program.isUnknown()).isTrue();
    assertThat(text(program)).contains("desk is unknown: no client found");
  }

  private static Program program(Set<Descriptor> created, Descriptor... descriptors) {
    List<Client> clients = new ArrayList<>();
    Map<String, List<CallStep>> paths = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (Descriptor descriptor : descriptors) {
      clients.add(new Client(descriptor, "desk.jar"));
      if (created.contains(descriptor)) {
        names.add(descriptor.client());
        descriptor
            .methods()
            .forEach(method -> paths.put(Reachability.key(descriptor, method), List.of()));
      }
    }
    return new Program("desk", clients, new Reachability(true, paths, names, List.of(), List.of()));
  }

  private static String text(Program program) {
    return Format.TEXT.render(Findings.about(List.of(program)), SourceRoots.NONE);
  }
}
