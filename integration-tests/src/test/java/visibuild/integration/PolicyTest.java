package visibuild.integration;

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

/** Compiles the sample's interface against the sample's policy and lock. */
class PolicyTest {
  private static final Path API =
      Path.of("../sample/src/main/java/visibuild/sample/ticket/TicketDeskApi.java");

  @TempDir private Path folder;

  @Test
  void interface_compilesUnchanged() throws IOException {
    assertThat(compile(Files.readString(API))).isEmpty();
  }

  @Test
  void addedPost_failsTheBuildAtItsLine() throws IOException {
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
                + " (../sample/visibuild-policy.json:12).",
            line
                + " [visibuild/write-not-locked] TicketDeskApi.archive (POST"
                + " api/core/v1/tickets/archive) writes, and is not in ../sample/visibuild-lock.json"
                + " (../sample/visibuild-policy.json:26).");
  }

  private List<String> compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("TicketDeskApi.java"), source);
    return new Javac(folder)
            .compile(
                List.of(file), "-proc:only", "-Avisibuild.policy=../sample/visibuild-policy.json")
            .stream()
            .map(PolicyTest::describe)
            .toList();
  }

  private static String describe(Diagnostic<? extends JavaFileObject> found) {
    return found.getLineNumber()
        + " "
        + found.getMessage(Locale.ROOT).lines().findFirst().orElse("");
  }
}
