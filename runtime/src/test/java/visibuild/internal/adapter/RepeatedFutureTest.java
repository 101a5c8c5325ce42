package visibuild.internal.adapter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.coroutines.Continuation;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;
import retrofit2.http.GET;
import visibuild.ConnectionException;
import visibuild.Visibuild;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.KeepAliveServer.Reply;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.Resumed;

/** Calls in the background whose first response body breaks off. Each of them ends. */
@Tag("slow")
@Timeout(60)
class RepeatedFutureTest {
  private static final Reply BROKEN =
      KeepAliveServer.reply("200 OK", "Content-Length: 500", Replies.PROJECT, true);

  private KeepAliveServer server;
  private @Nullable Visibuild visibuild;

  /** Return types that a hand-written interface may have. */
  interface Background {
    @GET("projects/p1")
    CompletableFuture<Project> decoded();

    @GET("projects/p1")
    CompletableFuture<ResponseBody> raw();

    @GET("projects/p1")
    CompletableFuture<Response<ResponseBody>> rawWithStatus();

    @GET("projects/p1")
    @Nullable Object suspended(Continuation<? super ResponseBody> continuation);
  }

  @BeforeEach
  void start() throws Exception {
    server = new KeepAliveServer();
  }

  @AfterEach
  void stop() {
    if (visibuild != null) {
      visibuild.close();
    }
    server.close();
  }

  @Test
  void rawBody_isRepeated() throws Exception {
    Background calls = calls(server.builder(), 1);

    assertThat(calls.raw().get(30, SECONDS).string()).isEqualTo(Replies.PROJECT);
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void rawBodyWithItsStatus_isRepeated() throws Exception {
    Background calls = calls(server.builder(), 1);

    assertThat(calls.rawWithStatus().get(30, SECONDS).body().string()).isEqualTo(Replies.PROJECT);
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void rawBodyOfASuspendFunction_isRepeated() throws Exception {
    Background calls = calls(server.builder(), 1);

    assertThat(Resumed.<ResponseBody>by(calls::suspended).get(30, SECONDS).string())
        .isEqualTo(Replies.PROJECT);
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void rawBodyThatAlwaysBreaksOff_isReportedAsBrokenOff() {
    Background calls = calls(server.builder().retries(1), 9);

    assertThatThrownBy(() -> calls.raw().get(30, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("got a response from localhost that broke off");
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
  void callFactoryThatFailsAtTheRepetition_endsTheFuture(Class<? extends Throwable> type)
      throws Exception {
    Throwable failure = type.getConstructor(String.class).newInstance("No second call.");
    AtomicInteger made = new AtomicInteger();
    Background calls =
        calls(
            server
                .builder()
                .callFactory(
                    client ->
                        request -> {
                          if (made.getAndIncrement() == 1) {
                            throwUndeclared(failure);
                          }
                          return client.newCall(request);
                        }),
            1);

    assertThatThrownBy(() -> calls.decoded().get(30, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isSameAs(failure);
  }

  private static void throwUndeclared(Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    throw (Error) failure;
  }

  private Background calls(Visibuild.Builder builder, int breaks) {
    server.calls(
        line -> server.calls().size() <= breaks ? BROKEN : KeepAliveServer.ok(Replies.PROJECT));
    Visibuild opened = builder.build();
    visibuild = opened;
    return opened.readAccess().implement(Background.class);
  }
}
