package visibuild.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's own policy and lock, held by its own compile. */
class PolicyTest {
  private static final Path API =
      Path.of("src", "main", "java", "visibuild", "sample", "api", "TicketDeskApi.java");

  @TempDir private Path folder;

  @Test
  void theInterfaceCompilesAsItIs() throws IOException {
    assertThat(compile(Files.readString(API))).isEmpty();
  }

  @Test
  void aPostThatIsAddedFailsTheBuildAtItsLine() throws IOException {
    String source = Files.readString(API);
    int end = source.lastIndexOf('}');
    String more =
        source.substring(0, end) + "\n  @POST(\"tickets/archive\")\n  void archive();\n}\n";

    long line = more.substring(0, more.indexOf("archive()")).lines().count();
    assertThat(compile(more))
        .containsExactly(
            line
                + " [visibuild/write-not-approved] TicketDeskApi.archive (POST"
                + " api/core/v1/tickets/archive) writes, and \"approvals\" has no entry for it"
                + " (visibuild-policy.json:13).",
            line
                + " [visibuild/write-not-locked] TicketDeskApi.archive (POST"
                + " api/core/v1/tickets/archive) writes, and is not in visibuild-lock.json"
                + " (visibuild-policy.json:33).");
  }

  private List<String> compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("TicketDeskApi.java"), source);
    return new Javac(folder)
        .compile(List.of(file), "-proc:only", "-Avisibuild.policy=visibuild-policy.json").stream()
            .map(PolicyTest::describe)
            .toList();
  }

  private static String describe(Diagnostic<? extends JavaFileObject> found) {
    return found.getLineNumber()
        + " "
        + found.getMessage(Locale.ROOT).lines().findFirst().orElse("");
  }
}
