package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Faults;
import visibuild.fixture.HostileText;
import visibuild.fixture.RecordedLog;
import visibuild.fixture.Replies;
import visibuild.fixture.UploadServers;

/**
 * Over all faults, with hostile text wherever a server or a file can put it: each message, event
 * and log line is one line without control and format characters.
 */
@Tag("slow")
class OneLineMessagesTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final UploadServers uploads = new UploadServers();

  @RegisterExtension final RecordedLog log = new RecordedLog("visibuild", Level.ALL);

  static List<Faults> faults() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void failureEventsAndLog_areSingleLines(Faults fault) {
    server.tokens(fault.token());
    server.calls(fault.call());
    List<Object> events = new CopyOnWriteArrayList<>();
    Calls calls =
        server
            .open(
                builder(server)
                    .retries(1)
                    .maxWait(Duration.ZERO)
                    .tokenListener(events::add)
                    .callListener(events::add))
            .readAccess()
            .implement(Calls.class);

    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertMessagesAreSingleLines(failure);
    assertThat(events).isNotEmpty().allSatisfy(event -> assertSingleLine(event.toString()));
    assertThat(log.messages()).isNotEmpty().allSatisfy(OneLineMessagesTest::assertSingleLine);
  }

  /** A log of bodies has more lines, each of which is clean. */
  @ParameterizedTest
  @MethodSource("faults")
  void linesOfABodyLog_areClean(Faults fault) {
    server.tokens(fault.token());
    server.calls(fault.call());
    List<String> entries = new CopyOnWriteArrayList<>();
    Calls calls =
        server
            .open(builder(server).httpLog(HttpLogLevel.BODY, entries::add))
            .readAccess()
            .implement(Calls.class);

    assertThat(catchThrowable(() -> ClientCalls.execute(calls.project("p1")))).isNotNull();

    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(entry.split("\n", -1))
                    .allSatisfy(OneLineMessagesTest::assertSingleLine));
  }

  @Test
  void uploadOfAFileWithAHostileName_failsWithASingleLine() {
    uploads.storageNamed(uploads.storage().url("/put").toString());
    uploads
        .storage()
        .calls(Replies.text(403, "application/xml", "<Code>" + HostileText.TEXT + "</Code>"));
    WriteAccess access = uploads.access();
    Upload unreadable =
        Upload.of(
            HostileText.TEXT,
            "image/jpeg",
            () -> {
              throw new IOException(HostileText.TEXT);
            });
    Upload refused = Upload.of(HostileText.TEXT, "image/jpeg", new byte[1]);
    InputStream brokenStream =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(HostileText.TEXT);
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException(HostileText.TEXT);
          }
        };

    assertMessagesAreSingleLines(catchThrowable(() -> Attachments.upload(access, unreadable)));
    assertMessagesAreSingleLines(catchThrowable(() -> Attachments.upload(access, refused)));
    assertMessagesAreSingleLines(
        catchThrowable(
            () -> Attachments.upload(access, HostileText.TEXT, "image/jpeg", brokenStream)));
  }

  private static Visibuild.Builder builder(FakeVisibuild server) {
    return server.builder(
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ));
  }

  /** Causes of other libraries, such as Jackson's, keep their messages. */
  private static void assertMessagesAreSingleLines(Throwable failure) {
    assertThat(failure).isInstanceOf(VisibuildException.class);
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each.getClass().getName().startsWith("visibuild.")) {
        assertSingleLine(each.toString());
      }
    }
    if (failure instanceof ApiException refusal) {
      assertSingleLine(refusal.errorResponse().toString());
      refusal.requestId().ifPresent(OneLineMessagesTest::assertSingleLine);
      refusal.errorResponse().reason().ifPresent(OneLineMessagesTest::assertSingleLine);
    }
  }

  private static void assertSingleLine(String text) {
    assertThat(HostileText.unsafe(text)).as(text).isEmpty();
  }
}
