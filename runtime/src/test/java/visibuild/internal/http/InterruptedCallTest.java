package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.HttpOptions;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.Project;
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

  /** TLS reports the closed socket as another failure. */
  @Test
  void threadInterruptedWhileItWritesOverTls_reportsIt() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    SSLContext keys =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
    Thread test = Thread.currentThread();
    try (KeepAliveServer server =
            new KeepAliveServer(keys.getServerSocketFactory(), /* isTls= */ true);
        Visibuild visibuild =
            server
                .builder()
                .http(HttpOptions.defaults().trustedCertificates(certificate.certificate()))
                .build()) {
      server.calls(
          line -> {
            test.interrupt();
            awaitUninterruptibly(never);
            return KeepAliveServer.ok(Replies.PROJECT);
          });
      Calls calls = visibuild.writeAccess().implement(Calls.class);

      assertThatThrownBy(() -> ClientCalls.execute(calls.create(new Project("p1", null))))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("the thread was interrupted");
      assertThat(Thread.interrupted()).isTrue();
      never.countDown();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
