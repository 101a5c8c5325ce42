package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.ChildJvm;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

@Tag("slow")
class NoListenerTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  /** A class that is not loaded costs a call neither time nor memory. The call is retried once. */
  @Test
  void callWithoutAListener_loadsNoClassThatPublishesEvents() throws IOException {
    MockResponse later = new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build();
    server.calls(later, Replies.json(Replies.PROJECT));
    String said =
        ChildJvm.said(
            ChildJvm.start(
                OneReadProgram.class, List.of("-Xlog:class+load"), server.url("/").toString()));
    assertThat(said)
        .contains("status 200", "visibuild.internal.retry.RetryInterceptor")
        .doesNotContain("visibuild.internal.event.", "CallObservation", "AttemptInterceptor")
        .doesNotContain("ObservedSleeper", "ObservedTokenProvider", "TrackingCallFactory");
  }
}
