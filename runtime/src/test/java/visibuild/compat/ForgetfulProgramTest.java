package visibuild.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import visibuild.fixture.ChildJvm;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.Replies;

/** No thread of this library keeps a process alive. */
@Tag("slow")
@Timeout(180)
class ForgetfulProgramTest {
  @Test
  void programWithoutClose_endsWithItsMainThread() throws Exception {
    try (KeepAliveServer server = new KeepAliveServer()) {
      server.calls(line -> KeepAliveServer.ok(response(line, server.url() + "put")));
      Process program = ChildJvm.start(ForgetfulProgram.class, List.of(), server.url().toString());

      // OkHttp's own threads would keep it for a minute after the call.
      assertThat(program.waitFor(40, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isZero();
      assertThat(ChildJvm.said(program)).contains("Tower").endsWith("the main thread ends");
    }
  }

  private static String response(String requestLine, String storage) {
    if (requestLine.contains("/attachments")) {
      return "{\"data\":{\"upload\":{\"key\":\"key-1\",\"url\":\"%s\",\"headers\":{}}}}"
          .formatted(storage);
    }
    return (requestLine.contains("/projects ") && requestLine.startsWith("GET"))
            || requestLine.contains("/projects?")
        ? "{\"data\":{\"projects\":[{\"id\":\"p2\"}]},\"pagination\":{\"next\":%s}}"
            .formatted(requestLine.contains("next=") ? "null" : "\"b\"")
        : Replies.PROJECT;
  }
}
