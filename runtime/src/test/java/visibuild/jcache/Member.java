package visibuild.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import visibuild.fixture.ChildJvm;

/** A {@link FleetMember}'s process, as the test sees it. */
final class Member {
  private final Process process;
  private final BufferedReader said;
  private final PrintStream commands;

  private Member(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  static Member start(String url, int port) throws IOException {
    List<String> quick = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    return new Member(ChildJvm.start(FleetMember.class, quick, url, String.valueOf(port)));
  }

  void tell(String command) {
    commands.println(command);
  }

  /** Reads on until the member says {@code line}, and fails if its output ends before. */
  void says(String line) throws IOException {
    StringBuilder before = new StringBuilder();
    String next = said.readLine();
    while (next != null && !next.equals("fleet " + line)) {
      before.append(next).append('\n');
      next = said.readLine();
    }
    assertThat(next).as("after: %s", before).isNotNull();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
