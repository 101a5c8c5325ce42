package visibuild.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import visibuild.AuthenticationException;
import visibuild.DecodingException;
import visibuild.InsufficientScopeException;
import visibuild.VisibuildException;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Calls whose response comes later. */
class FutureTest {
  private static final Project TOWER = new Project("p1", "Tower");
  private static final MockResponse HANGS_UP =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void completesWithTheValue() throws Exception {
    assertThat(ClientCalls.async(call()).get(60, SECONDS)).isEqualTo(new Project("p1", "Tower"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p1", "hangs-up"})
  void callbacksThatWaitForCallsDoNotStopThem(String first) throws Exception {
    CountDownLatch allAreAsked = new CountDownLatch(1);
    server.calls(
        request -> {
          allAreAsked.await();
          return request.getUrl().encodedPath().endsWith("hangs-up")
              ? HANGS_UP
              : Replies.json(Replies.PROJECT);
        });
    Calls calls = server.readCalls();
    // More than there are calls at once; their callbacks are there before the responses come.
    List<CompletableFuture<Project>> waiting =
        Stream.generate(
                () ->
                    ClientCalls.async(calls.project(first))
                        .handle((reply, e) -> ClientCalls.async(calls.project("p1")).join()))
            .limit(8)
            .toList();
    allAreAsked.countDown();

    CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(60, SECONDS);

    assertThat(waiting).extracting(CompletableFuture::join).containsOnly(TOWER);
  }

  @Test
  void completesWithNothing() throws Exception {
    server.calls(Replies.empty(204));

    CompletableFuture<Void> done = ClientCalls.asyncVoid(server.writeCalls().delete("p1"));

    assertThat(done.get(60, SECONDS)).isNull();
  }

  @Test
  void completesWithARecordThatIsThere() throws Exception {
    assertThat(ClientCalls.asyncOptional(call()).get(60, SECONDS))
        .contains(new Project("p1", "Tower"));
  }

  @Test
  void completesWithoutARecordThatIsNotThere() throws Exception {
    server.calls(Replies.empty(404));

    assertThat(ClientCalls.asyncOptional(call()).get(60, SECONDS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestException",
    "403, ForbiddenException",
    "404, NotFoundException",
    "429, RateLimitedException",
    "500, ServerException"
  })
  void failsAsACallThatIsWaitedFor(int status, String exception) {
    server.calls(Replies.empty(status));

    assertThatThrownBy(() -> ClientCalls.async(call()).get(60, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(VisibuildException.class)
        .hasMessageStartingWith("GET api/core/v1/projects/{id} failed with status " + status)
        .extracting(failure -> failure.getClass().getSimpleName())
        .isEqualTo(exception);
  }

  @Test
  void failsWhereTheTokenIsRefused() {
    server.calls(Replies.refusedToken());

    assertThatThrownBy(() -> ClientCalls.async(call()).get(60, SECONDS))
        .hasCauseInstanceOf(AuthenticationException.class);
  }

  @Test
  void failsWhereTheResponseCannotBeRead() {
    server.calls(Replies.json("{}"));

    assertThatThrownBy(() -> ClientCalls.async(call()).get(60, SECONDS))
        .hasCauseInstanceOf(DecodingException.class);
  }

  @Test
  void failsWhereThereIsNoValue() {
    server.calls(Replies.empty(204));

    assertThatThrownBy(() -> ClientCalls.async(call()).get(60, SECONDS))
        .hasCauseInstanceOf(DecodingException.class);
  }

  @Test
  void failsWhereTheAccessOnlyReads() {
    Call<Void> delete = server.readCalls().delete("p1");

    assertThatThrownBy(() -> ClientCalls.asyncVoid(delete).get(60, SECONDS))
        .hasCauseInstanceOf(InsufficientScopeException.class);
  }

  @Test
  void toCancelTheFutureCancelsTheCall() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    server.calls(
        request -> {
          arrived.countDown();
          cancelled.await();
          return Replies.json(Replies.PROJECT);
        });
    Call<Project> call = call();
    CompletableFuture<Project> future = ClientCalls.async(call);
    assertThat(arrived.await(60, SECONDS)).isTrue();

    future.cancel(true);
    cancelled.countDown();

    assertThat(call.isCanceled()).isTrue();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void toCancelAStageLeavesTheCallAlone() throws Exception {
    Call<Project> call = call();
    CompletableFuture<Project> future = ClientCalls.async(call);

    future.thenApply(Project::name).cancel(true);

    assertThat(call.isCanceled()).isFalse();
    assertThat(future.get(60, SECONDS).id()).isEqualTo("p1");
  }

  private Call<Project> call() {
    return server.readCalls().project("p1");
  }
}
