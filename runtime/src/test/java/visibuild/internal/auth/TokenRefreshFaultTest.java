package visibuild.internal.auth;

import static java.util.concurrent.TimeUnit.MINUTES;
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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.ChildJvm;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;

/** Faults 50 to 52, and 54: what does the work breaks, or must not be held up. */
@Tag("slow")
@Timeout(180)
class TokenRefreshFaultTest {
  private static final String FIRST = "Bearer token-1";
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
  private static final Duration PAUSE = Duration.ofMinutes(2);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  private final TokenThreads real = new TokenThreads();

  @AfterEach
  void endThreads() {
    real.close();
  }

  @Test
  void rejectingExecutor_doesNotBlockTheNextRefresh() throws Exception {
    CachingTokenProvider provider = harness.provider();
    harness.manualExecutor.shutdown();
    assertThat(harness.failure(provider)).isInstanceOf(VisibuildException.class);

    harness.manualExecutor.reopen();
    harness.advance(PAUSE);

    assertThat(harness.authorization(provider)).isEqualTo(FIRST);
  }

  @Test
  void executorThatRejectsOnlyTheRequest_doesNotBlockTheNextRefresh() throws Exception {
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    harness.advance(Duration.ofHours(1));
    // The secret is known by now, so it is OkHttp that finds no thread.
    harness.manualExecutor.shutdown();
    assertThat(harness.failure(provider))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the threads for token requests have ended");

    harness.manualExecutor.reopen();
    harness.advance(PAUSE);

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-2");
  }

  @Test
  void executorShutDownBetweenAttempts_endsTheWaitAtOnce() throws Exception {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    CountDownLatch tried = new CountDownLatch(1);
    harness.executor = real.workers();
    server.tokens(
        request -> {
          tried.countDown();
          return Replies.empty(503);
        });
    CachingTokenProvider provider = harness.provider();
    CompletableFuture<Object> waiting = Threads.started(() -> harness.token(provider));
    assertThat(tried.await(60, SECONDS)).isTrue();
    // The number of timers says nothing: that of the secret may still be there.
    harness.scheduler.awaitDelay(SHORTEST_PAUSE);
    real.close();

    harness.scheduler.advance(Duration.ofSeconds(1));

    assertThat(waiting.get(60, SECONDS))
        .isInstanceOfSatisfying(
            ConnectionException.class,
            failure -> assertThat(failure).hasMessageContaining("have ended"));
  }

  @Test
  void rejectingScheduler_doesNotBlockTheNextRefresh() throws Exception {
    CachingTokenProvider provider = harness.provider();
    harness.scheduler.end();
    assertThat(harness.failure(provider)).isInstanceOf(ConnectionException.class);

    harness.scheduler.restart();
    harness.advance(PAUSE);

    assertThat(harness.authorization(provider)).isEqualTo(FIRST);
  }

  @Test
  void errorDuringARefresh_staysAnErrorAndDoesNotBlockTheNextRefresh() throws Exception {
    Supplier<String> file = harness.secret;
    harness.secret =
        () -> {
          throw new StackOverflowError("sentinel-secret-4711");
        };
    CachingTokenProvider provider = harness.provider(() -> harness.secret.get());
    assertThat(harness.failure(provider))
        .isInstanceOf(Error.class)
        .hasMessageContaining("StackOverflowError");
    assertThat(harness.events(TokenEvent.Failed.class)).hasSize(1);

    harness.secret = file;
    harness.advance(PAUSE);

    assertThat(harness.authorization(provider)).isEqualTo(FIRST);
  }

  @Test
  void throwingListener_isIgnoredAndLogged() throws Exception {
    harness.eventPublisher =
        new TokenEventPublisher(
            event -> {
              throw new AssertionError("sentinel-secret-4711");
            },
            Runnable::run);

    assertThat(harness.authorization(harness.provider())).isEqualTo(FIRST);
    assertThat(scan.said()).anyMatch(line -> line.contains("The token listener failed"));
  }

  @Test
  void blockingListener_delaysNoCall() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    List<TokenEvent> heard = new CopyOnWriteArrayList<>();
    Visibuild visibuild =
        server.open(
            server
                .builder(ClientCredentials.of("id", FakeVisibuild.CLIENT_SECRET, Scope.READ))
                .tokenListener(
                    event -> {
                      heard.add(scan.watch(event));
                      awaitOrEnd(never);
                    }));
    Calls calls = visibuild.readAccess().implement(Calls.class);

    assertThat(ClientCalls.async(calls.project("p1")).get(60, SECONDS).id()).isEqualTo("p1");
    server.clock.advance(Duration.ofHours(1));
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    assertThat(
            scan.watch(
                Threads.started(() -> ClientCalls.execute(calls.project("p1"))).get(60, SECONDS)))
        .isInstanceOf(AuthenticationException.class);
    assertThat(heard).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void listenerThatMakesCalls_doesNotDeadlock() throws Exception {
    AtomicReference<Calls> calls = new AtomicReference<>();
    CompletableFuture<String> reply = new CompletableFuture<>();
    Visibuild visibuild =
        server.open(
            server
                .builder(ClientCredentials.of("id", FakeVisibuild.CLIENT_SECRET, Scope.READ))
                .tokenListener(
                    event -> {
                      scan.watch(event);
                      reply.complete(ClientCalls.execute(calls.get().project("p1")).id());
                    }));
    calls.set(visibuild.readAccess().implement(Calls.class));

    ClientCalls.async(calls.get().project("p1")).get(60, SECONDS);

    assertThat(reply.get(60, SECONDS)).isEqualTo("p1");
  }

  private static void awaitOrEnd(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void waitingVirtualThreads_releaseTheirCarrier() throws Exception {
    Process callers =
        ChildJvm.start(
            VirtualCallers.class,
            List.of(
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1"));
    try {
      String said =
          scan.watch(
              new String(callers.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());

      assertThat(said)
          .endsWith("completed %d with 2 token requests".formatted(VirtualCallers.CALLERS));
      assertThat(callers.waitFor(1, MINUTES)).isTrue();
    } finally {
      callers.destroyForcibly();
    }
  }

  @Test
  void runtime_containsNoMonitorThatPinsAVirtualThread() {
    List<String> monitors =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("visibuild.internal.auth", "visibuild.internal.http")
                .stream()
                .flatMap(type -> monitorsIn(type).stream().map(name -> type.getName() + "." + name))
                .toList();

    assertThat(scan.watch(monitors)).isEmpty();
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
}
