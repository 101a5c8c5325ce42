package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Each wait of a call, in a thread that is interrupted: the message says so. */
@Timeout(60)
class InterruptedCallTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void letServerGo() {
    boolean unused = Thread.interrupted();
    never.countDown();
  }

  @Test
  void threadInterruptedBeforeItsFirstCall_reportsIt() {
    server.tokens(
        request -> {
          never.await();
          return server.grant(request);
        });
    Calls calls = server.readCalls();

    interruptionIsReported(() -> ClientCalls.execute(calls.project("p1")));
  }

  @Test
  void threadInterruptedWithATokenAtHand_reportsIt() {
    Calls calls = server.readCalls();
    ClientCalls.execute(calls.project("p1"));

    interruptionIsReported(() -> ClientCalls.execute(calls.project("p1")));
  }

  @Test
  void threadInterruptedBeforeAWaitForTheRateLimit_reportsIt() {
    Calls calls = calls(builder().rateLimit(1, Duration.ofSeconds(30)));
    ClientCalls.execute(calls.project("p1"));

    interruptionIsReported(() -> ClientCalls.execute(calls.project("p1")));
  }

  @Test
  void threadInterruptedWhileItsCallIsRepeated_reportsIt() {
    Thread test = Thread.currentThread();
    server.calls(
        request -> {
          test.interrupt();
          return Replies.empty(503).newBuilder().setHeader("Retry-After", "30").build();
        });
    Calls calls = calls(builder().retries(3));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void interruptionIsReported(ThrowingCallable call) {
    Thread.currentThread().interrupt();

    assertThatThrownBy(call)
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the thread was interrupted")
        .hasMessageNotContaining("time");
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
  }

  private Visibuild.Builder builder() {
    return server.builder(
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ));
  }

  private Calls calls(Visibuild.Builder builder) {
    return server.open(builder).readAccess().implement(Calls.class);
  }
}
