package visibuild.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.ChildJvm;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** A million records flow through a heap that could not hold them. */
@Tag("slow")
class MillionRecordsTest {
  private static final int PAGES = 1000;
  private static final String RECORDS =
      ("{\"id\":\"0190a1b2-0000-7000-8000-000000000001\",\"name\":\"" + "x".repeat(60) + "\"},")
          .repeat(1000)
          .replaceAll(",$", "");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  /** The program that reads; its arguments are a base URL and whether it reads ahead. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      try (Visibuild visibuild =
          Visibuild.builder()
              .baseUrl(arguments[0])
              .credential(ClientCredentials.of("id", "secret", Scope.READ))
              .build()) {
        Calls calls = visibuild.readAccess().implement(Calls.class);
        long count = ClientCalls.<Project>paged(calls::page).readAhead().stream().count();
        System.out.println(count + " in " + Runtime.getRuntime().maxMemory() / (1024 * 1024));
      }
    }
  }

  @Test
  void flowThroughAHeapOf64Megabytes() throws Exception {
    server.calls(MillionRecordsTest::page);

    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                server.url("/").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = ChildJvm.said(program);

    assertThat(program.waitFor()).isZero();
    assertThat(said).matches("1000000 in 6[0-4]");
  }

  private static MockResponse page(RecordedRequest request) {
    String cursor = request.getUrl().queryParameter("next");
    int page = cursor == null ? 1 : Integer.parseInt(cursor);
    String next = page == PAGES ? "null" : "\"" + (page + 1) + "\"";
    return Replies.json(
        "{\"data\":{\"projects\":[" + RECORDS + "]},\"pagination\":{\"next\":" + next + "}}");
  }
}
