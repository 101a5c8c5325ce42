package visibuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.Threads;
import visibuild.fixture.UploadServers;

/**
 * Every wait of a call ends when its thread is interrupted, and when its {@code Visibuild} is
 * closed. What the call waits for never comes.
 */
@Tag("slow")
@Timeout(180)
class WaitsEndTest {
  @RegisterExtension final UploadServers servers = new UploadServers();

  private final FakeVisibuild server = servers.server();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private Visibuild visibuild;

  /** The waits; {@code place} is a class that the waiting thread is in. */
  enum Wait {
    TOKEN("TokenAwaiter"),
    SECRET("TokenAwaiter"),
    TOKEN_STORE("TokenAwaiter"),
    RATE_LIMIT("Wakeup"),
    PAUSE_AFTER_429("Wakeup"),
    RETRY("Wakeup"),
    RESPONSE("BearerInterceptor"),
    NEXT_PAGE("BearerInterceptor"),
    PREFETCHED_PAGE("PrefetchingPageIterator"),
    UPLOAD("Uploads"),
    UPLOAD_RETRY("Wakeup");

    private final String place;

    Wait(String place) {
      this.place = place;
    }
  }

  enum End {
    INTERRUPT,
    CLOSE
  }

  static Stream<Arguments> cases() {
    return Arrays.stream(Wait.values())
        .flatMap(wait -> Arrays.stream(End.values()).map(end -> Arguments.of(wait, end)));
  }

  @AfterEach
  void endHanging() {
    never.countDown();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wait_endsAtOnce(Wait wait, End end) throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Supplier<?> call = prepare(wait);
    Thread caller =
        new Thread(
            () -> {
              try {
                failure.complete(new AssertionError("no failure but " + call.get()));
              } catch (Throwable e) {
                failure.complete(e);
              }
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertThat(reached.await(60, SECONDS)).isTrue();
    Threads.await(() -> isIn(caller, wait.place));

    if (end == End.INTERRUPT) {
      caller.interrupt();
    } else {
      visibuild.close();
    }

    assertThat(failure.get(60, SECONDS))
        .isInstanceOfAny(ConnectionException.class, UploadException.class);
    assertThat(interrupted.get(60, SECONDS)).isEqualTo(end == End.INTERRUPT);
  }

  private static boolean isIn(Thread thread, String place) {
    return Arrays.stream(thread.getStackTrace())
            .anyMatch(frame -> frame.getClassName().endsWith("." + place))
        && switch (thread.getState()) {
          case WAITING, TIMED_WAITING, BLOCKED -> true;
          // Reading from a socket.
          case RUNNABLE ->
              Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.isNativeMethod());
          default -> false;
        };
  }

  private Supplier<?> prepare(Wait wait) {
    return switch (wait) {
      case TOKEN -> {
        server.tokens(request -> hang());
        yield read(builder());
      }
      case SECRET ->
          read(server.builder(ClientCredentials.of("id", this::hangingSecret, Scope.READ_WRITE)));
      case TOKEN_STORE ->
          read(builder().tokenStore(new HangingStore(), new SecretKeySpec(new byte[16], "AES")));
      case RATE_LIMIT -> {
        Supplier<?> read = read(builder().rateLimit(1, Duration.ofSeconds(50)));
        assertThat(read.get()).isNotNull();
        reached.countDown();
        yield read;
      }
      case PAUSE_AFTER_429 -> {
        server.calls(request -> reaching(UploadServers.retryAfter(429, "50")));
        yield read(builder());
      }
      case RETRY -> {
        server.calls(request -> reaching(UploadServers.retryAfter(503, "50")));
        yield read(builder());
      }
      case RESPONSE -> {
        server.calls(request -> hang());
        yield read(builder());
      }
      case NEXT_PAGE -> pages(false);
      case PREFETCHED_PAGE -> pages(true);
      case UPLOAD -> {
        servers.storageNamed(servers.storage().url("/put").toString());
        servers.storage().calls(request -> hang());
        yield upload();
      }
      case UPLOAD_RETRY -> {
        servers.storageNamed(servers.storage().url("/put").toString());
        servers.storage().calls(request -> reaching(UploadServers.retryAfter(503, "50")));
        yield upload();
      }
    };
  }

  private Visibuild.Builder builder() {
    return servers.builder();
  }

  private Supplier<?> read(Visibuild.Builder builder) {
    visibuild = server.open(builder.retries(3));
    Calls calls = visibuild.readAccess().implement(Calls.class);
    return () -> ClientCalls.execute(calls.project("p1"));
  }

  private Supplier<?> upload() {
    visibuild = server.open(builder());
    WriteAccess access = visibuild.writeAccess();
    return () -> Attachments.upload(access, UploadServers.photo());
  }

  private Supplier<?> pages(boolean readAhead) {
    server.calls(
        request ->
            request.getUrl().queryParameter("next") == null ? Replies.page("\"c2\"", "a") : hang());
    visibuild = server.open(builder());
    Calls calls = visibuild.readAccess().implement(Calls.class);
    Paged<Project> pages = ClientCalls.paged(calls::page);
    return () -> {
      Iterator<Project> records = (readAhead ? pages.readAhead() : pages).iterator();
      records.next();
      return records.next();
    };
  }

  private MockResponse reaching(MockResponse response) {
    reached.countDown();
    return response;
  }

  private MockResponse hang() throws InterruptedException {
    reached.countDown();
    never.await();
    return Replies.empty(500);
  }

  private String hangingSecret() {
    reached.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "secret";
  }

  private final class HangingStore implements TokenStore {
    @Override
    public Optional<String> load(String key) {
      String unused = hangingSecret();
      return Optional.empty();
    }

    @Override
    public boolean replace(String key, Optional<String> expected, String entry) {
      return false;
    }

    @Override
    public boolean lease(String key, String holder, Duration duration) {
      return false;
    }

    @Override
    public void release(String key, String holder) {}
  }
}
