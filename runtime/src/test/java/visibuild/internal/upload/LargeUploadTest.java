package visibuild.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.Attachments;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Upload;
import visibuild.Visibuild;
import visibuild.fixture.ChildJvm;
import visibuild.fixture.Replies;

/** A file that is far larger than the heap. */
@Tag("slow")
class LargeUploadTest {
  private static final long SIZE = 2L * 1024 * 1024 * 1024;

  private final AtomicLong stored = new AtomicLong();
  private final MockWebServer server = new MockWebServer();

  /** The program that uploads; its argument is a base URL. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      try (Visibuild visibuild =
          Visibuild.builder()
              .baseUrl(arguments[0])
              .credential(ClientCredentials.of("id", "secret", Scope.READ_WRITE))
              .build()) {
        Upload zeros = Upload.of("zeros", "application/octet-stream", Zeros::new);
        System.out.println(Attachments.upload(visibuild.writeAccess(), zeros));
      }
    }
  }

  /** As many zeros as the file is long. */
  static final class Zeros extends InputStream {
    private long left = SIZE;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int read = (int) Math.min(left, length);
      left -= read;
      return read;
    }
  }

  @BeforeEach
  void start() throws IOException {
    server.setBodyLimit(10_000);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return respond(request);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isUploadedWithASmallHeap() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                "http://localhost:" + server.getPort())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = ChildJvm.said(program);

    assertThat(program.waitFor()).isZero();
    assertThat(said).isEqualTo("key-1");
    assertThat(stored).hasValue(SIZE);
  }

  private MockResponse respond(RecordedRequest request) {
    return switch (request.getUrl().encodedPath()) {
      case "/oauth/token" -> Replies.token("t", "read write");
      case "/api/core/v1/attachments" ->
          Replies.json(
              "{\"data\":{\"upload\":{\"key\":\"key-1\",\"url\":\"http://127.0.0.1:%d/put\"}}}"
                  .formatted(server.getPort()));
      default -> {
        stored.addAndGet(request.getBodySize());
        yield Replies.empty(200);
      }
    };
  }
}
