package visibuild.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/**
 * Two programs in two processes share one credential through Hazelcast, at a server that revokes a
 * client's older token whenever it issues a new one.
 */
@Timeout(240)
class FleetTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final List<Process> members = new ArrayList<>();
  private final AtomicReference<String> valid = new AtomicReference<>();

  @AfterEach
  void endMembers() throws InterruptedException {
    for (Process member : members) {
      member.destroyForcibly().waitFor();
    }
  }

  @Test
  void twoProcessesDoNotRevokeEachOthersTokens() throws Exception {
    server.tokens(this::grantAndRevoke);
    server.calls(this::answer);
    int[] ports = freePorts();
    BufferedReader first = start(ports[0], ports[1]);
    BufferedReader second = start(ports[1], ports[0]);
    assertThat(answer(first, "ready")).startsWith("ready");
    assertThat(answer(second, "ready")).startsWith("ready");

    for (int round = 0; round < 5; round++) {
      call(0);
      call(1);
      assertThat(answer(first, "done")).isEqualTo("done");
      assertThat(answer(second, "done")).isEqualTo("done");
    }

    assertThat(server.tokenRequests()).hasSize(1);
    assertThat(server.authorizations()).hasSize(200).containsOnly("Bearer token-1");
  }

  private MockResponse grantAndRevoke(RecordedRequest request) {
    MockResponse granted = server.grant(request);
    valid.set("Bearer token-" + server.tokenRequests().size());
    return granted;
  }

  private MockResponse answer(RecordedRequest request) {
    return request.getHeaders().get("Authorization").equals(valid.get())
        ? Replies.json(Replies.PROJECT)
        : Replies.refusedToken();
  }

  private void call(int member) throws IOException {
    members.get(member).getOutputStream().write('\n');
    members.get(member).getOutputStream().flush();
  }

  /** The next line that begins so; a library's own lines are passed by. */
  private static String answer(BufferedReader member, String beginning) throws IOException {
    String line = member.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = member.readLine();
    }
    return line == null ? "ended" : line;
  }

  private BufferedReader start(int port, int otherPort) throws IOException {
    Process member =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FleetMember.class.getName(),
                server.url("/").toString(),
                String.valueOf(port),
                String.valueOf(otherPort))
            .redirectErrorStream(true)
            .start();
    members.add(member);
    return new BufferedReader(
        new InputStreamReader(member.getInputStream(), StandardCharsets.UTF_8));
  }

  private static int[] freePorts() throws IOException {
    try (ServerSocket first = new ServerSocket(0);
        ServerSocket second = new ServerSocket(0)) {
      return new int[] {first.getLocalPort(), second.getLocalPort()};
    }
  }
}
