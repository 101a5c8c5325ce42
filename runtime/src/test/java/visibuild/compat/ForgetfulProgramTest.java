package visibuild.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import visibuild.fixture.ChildJvm;
import visibuild.fixture.KeepAliveServer;

/** No thread of this library keeps a process alive. */
@Tag("slow")
@Timeout(180)
class ForgetfulProgramTest {
  @Test
  void programWithoutClose_endsWithItsMainThread() throws Exception {
    try (KeepAliveServer server = new KeepAliveServer()) {
      Process program = ChildJvm.start(ForgetfulProgram.class, List.of(), server.url().toString());

      // OkHttp's own threads would keep it for a minute after the call.
      assertThat(program.waitFor(40, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isZero();
      assertThat(ChildJvm.said(program)).contains("Tower");
    }
  }
}
