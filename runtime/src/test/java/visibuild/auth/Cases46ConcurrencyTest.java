package visibuild.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.call.Answers;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;

/** Fault cases 46 to 54: many callers at once, and what goes wrong with one of them. */
@Timeout(120)
class Cases46ConcurrencyTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final Rig rig = new Rig(server, scan);

  private final TokenThreads real = new TokenThreads();

  @AfterEach
  void endThreads() {
    real.close();
  }

  @Test
  void case46_thousandThreadsWithoutATokenMakeOneRequest() throws Exception {
    rig.threads = real.workers();
    RenewingTokenSource source = rig.source();

    List<Object> answers = atOnce(1_000, () -> rig.token(source).authorization());

    assertThat(answers).hasSize(1_000).containsOnly("Bearer token-1");
    assertThat(rig.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"401, invalid_client", "429, ''"})
  void case47_thousandThreadsSeeOneFailureOfOneRequest(int status, String error) throws Exception {
    server.tokens(request -> Replies.json(status, "{\"error\":\"%s\"}".formatted(error)));
    rig.threads = real.workers();
    RenewingTokenSource source = rig.source();

    List<Object> answers = atOnce(1_000, () -> rig.token(source).authorization());
    rig.failure(source);

    assertThat(answers).hasSize(1_000).allMatch(VisibuildException.class::isInstance);
    assertThat(rig.requests()).isEqualTo(1);
  }

  @Test
  void case48_whoLeavesFirstTakesNothingFromThoseWhoWait() throws Exception {
    rig.threads = real.workers();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          go.await();
          return server.grant(request);
        });
    RenewingTokenSource source = rig.source();
    Call cancelled = rig.call();
    Call timedOut = rig.call(new OkHttpClient.Builder().callTimeout(Duration.ofMillis(1)).build());
    CompletableFuture<Object> first = started(() -> source.token(cancelled));
    asked.await();
    CompletableFuture<Object> second = started(() -> source.token(timedOut));
    CompletableFuture<Object> follower = started(() -> rig.token(source).authorization());

    cancelled.cancel();

    assertThat(first.get(20, SECONDS)).isInstanceOf(IOException.class);
    assertThat(second.get(20, SECONDS)).isInstanceOf(ConnectionException.class);
    go.countDown();
    assertThat(follower.get(20, SECONDS)).isEqualTo("Bearer token-1");
    assertThat(rig.requests()).isEqualTo(1);
  }

  @Test
  void case49_anInterruptedThreadFailsAloneAndStaysInterrupted() throws Exception {
    rig.threads = real.workers();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          go.await();
          return server.grant(request);
        });
    RenewingTokenSource source = rig.source();
    CompletableFuture<Object> other = started(() -> rig.token(source).authorization());
    asked.await();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              Throwable failure = rig.failure(source);
              flag.complete(failure instanceof InterruptedIOException && Thread.interrupted());
            });
    thread.start();

    thread.interrupt();

    assertThat(flag.get(20, SECONDS)).isTrue();
    go.countDown();
    assertThat(other.get(20, SECONDS)).isEqualTo("Bearer token-1");
  }

  @Test
  void case50_anExecutorThatRejectsLeavesTheWayFree() throws Exception {
    RenewingTokenSource source = rig.source();
    rig.held.shutdown();
    assertThat(rig.failure(source)).isInstanceOf(VisibuildException.class);
    rig.held.reopen();
    rig.advance(Duration.ofMinutes(2));

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-1");
  }

  @Test
  void case50_aTimerThatRejectsLeavesTheWayFree() {
    RenewingTokenSource source = rig.source();
    rig.timer.end();

    assertThat(rig.failure(source)).isInstanceOf(ConnectionException.class);
    assertThat(rig.failure(source)).isInstanceOf(ConnectionException.class);
  }

  @Test
  void case51_anErrorOnTheWayLeavesTheWayFree() throws Exception {
    rig.secret =
        () -> {
          throw new StackOverflowError("sentinel-secret-4711");
        };
    RenewingTokenSource source = rig.source();

    assertThat(rig.failure(source))
        .isInstanceOf(VisibuildException.class)
        .hasMessageContaining("StackOverflowError");
    rig.advance(Duration.ofMinutes(2));
    assertThat(rig.failure(source)).isInstanceOf(VisibuildException.class);
  }

  @Test
  void case52_aListenerThatThrowsBreaksNothingAndIsReported() throws Exception {
    rig.reporter =
        new Reporter(
            event -> {
              throw new AssertionError("sentinel-secret-4711");
            });

    assertThat(rig.authorization(rig.source())).isEqualTo("Bearer token-1");
    assertThat(scan.said()).anyMatch(line -> line.contains("The token listener failed"));
  }

  @Test
  void case53_callsThatFillTheDispatcherAtExpiryAllEnd() throws Exception {
    OkHttpClient http = new OkHttpClient();
    http.dispatcher().setMaxRequestsPerHost(64);
    Visibuild visibuild =
        server.open(
            server
                .builder(ClientCredentials.of("id", FakeVisibuild.CLIENT_SECRET, Scope.READ))
                .httpClient(http));
    Calls calls = visibuild.readAccess().implement(Calls.class);
    Answers.value(calls.project("p1"));
    server.clock.advance(Duration.ofHours(1));

    List<CompletableFuture<Project>> answers = new ArrayList<>();
    for (int i = 0; i < 69; i++) {
      answers.add(Answers.future(calls.project("p1")));
    }
    for (CompletableFuture<Project> answer : answers) {
      assertThat(answer.get(60, SECONDS).id()).isEqualTo("p1");
    }

    assertThat(rig.requests()).isEqualTo(2);
    http.dispatcher().executorService().shutdown();
  }

  @Test
  void case54_nothingHereHoldsAMonitorThatWouldPinAVirtualThread() {
    new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests())
        .importPackages("visibuild.auth", "visibuild.http")
        .forEach(type -> assertThat(monitorsIn(type)).as(type.getName()).isEmpty());
  }

  private static List<String> monitorsIn(JavaClass type) {
    List<String> found = new ArrayList<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
              found.add(name);
            }
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitInsn(int instruction) {
                if (instruction == Opcodes.MONITORENTER) {
                  found.add(name);
                }
              }
            };
          }
        };
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      new ClassReader(bytes).accept(visitor, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private interface Work {
    Object done() throws Exception;
  }

  private static CompletableFuture<Object> started(Work work) {
    CompletableFuture<Object> future = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                future.complete(work.done());
              } catch (Throwable e) {
                future.complete(e);
              }
            })
        .start();
    return future;
  }

  private static List<Object> atOnce(int threads, Work work) throws Exception {
    CountDownLatch ready = new CountDownLatch(threads);
    List<CompletableFuture<Object>> futures = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      futures.add(
          started(
              () -> {
                ready.countDown();
                ready.await();
                return work.done();
              }));
    }
    List<Object> answers = new ArrayList<>();
    for (CompletableFuture<Object> future : futures) {
      answers.add(future.get(60, SECONDS));
    }
    return answers;
  }
}
