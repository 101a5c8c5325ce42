package visibuild.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import visibuild.AccessUsage;
import visibuild.AccessUsageLog;
import visibuild.Attachments;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.audit.cli.AuditCommand;
import visibuild.client.TicketsWriteApiClient;
import visibuild.client.WebhooksWriteApi;
import visibuild.client.WebhooksWriteApiClient;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** A program that records its usage, and the audit that reads the records. */
@VisibuildSandboxTest
class UsageLoopTest {
  @TempDir private Path folder;

  @Test
  void approvedWriteThatTheProgramNeverUsed_isProposedForRemoval(VisibuildSandbox sandbox)
      throws IOException {
    Path records = folder.resolve("usage.jsonl");
    record(sandbox, records);
    Path policy =
        Files.writeString(
            folder.resolve("visibuild-policy.json"),
            """
            {
              "version": 1,
              "mayWrite": [
                "visibuild.Attachments",
                "visibuild.client.TicketsWriteApi",
                "visibuild.client.WebhooksWriteApi"
              ]
            }
            """);

    assertThat(audit("usage", "--policy", policy.toString(), records.toString()))
        .contains(
            "2 lines of 1 process",
            """
            Approved and not used in 90 days:
              - visibuild.client.TicketsWriteApi, never recorded

            Used:
              - visibuild.Attachments#upload, 1 call, last on 2027-04-21
              - visibuild.client.WebhooksWriteApi#delete, 1 call, last on 2027-04-21
            """,
            "-    \"visibuild.client.TicketsWriteApi\",\n");
  }

  private void record(VisibuildSandbox sandbox, Path records) throws IOException {
    AccessUsage usage = new AccessUsage();
    SettableClock clock = new SettableClock();
    try (AccessUsageLog log =
            AccessUsageLog.builder(usage).program("desk").file(records).clock(clock).start();
        Visibuild visibuild =
            Visibuild.builder()
                .baseUrl(sandbox.baseUrl())
                .credential(sandbox.clientCredentials(Scope.READ_WRITE))
                .accessUsage(usage)
                .build()) {
      log.flush();
      TicketsWriteApiClient.create(visibuild.writeAccess());
      WebhooksWriteApi webhooks = WebhooksWriteApiClient.create(visibuild.writeAccess());
      assertThatThrownBy(() -> webhooks.delete("not-there")).isInstanceOf(RuntimeException.class);
      Path note = Files.writeString(folder.resolve("note.txt"), "a note");
      Attachments.upload(visibuild.writeAccess(), note);
      clock.now = Instant.parse("2027-04-21T00:00:00Z");
    }
  }

  private static String audit(String... arguments) {
    Clock clock = Clock.fixed(Instant.parse("2027-04-22T00:00:00Z"), ZoneOffset.UTC);
    StringWriter out = new StringWriter();
    CommandLine line = AuditCommand.line(clock).setOut(new PrintWriter(out));
    assertThat(line.execute(arguments)).isZero();
    return out.toString().replace("\r\n", "\n");
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2027-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
