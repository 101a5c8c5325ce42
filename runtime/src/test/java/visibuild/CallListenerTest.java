package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

@Tag("slow")
class CallListenerTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  private final List<CallEvent> events = new CopyOnWriteArrayList<>();

  @Test
  void firstCall_publishesTokenWaitAttemptAndEnd() throws IOException {
    reads(0, events::add).project("p1").execute();
    assertThat(kinds())
        .containsExactly("Started", "TokenAwaited", "AttemptStarted", "AttemptEnded", "Ended");
    assertThat(events).allSatisfy(event -> assertThat(event.call()).isSameAs(events.get(0).call()));
    CallInfo call = events.get(0).call();
    assertThat(call).hasToString("Calls.project GET api/core/v1/projects/{id}");
    assertThat(call.scope()).isEqualTo(Scope.READ);
    CallEvent.Ended ended = (CallEvent.Ended) events.get(4);
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.failure()).isNull();
    assertThat(ended.attempts()).isEqualTo(1);
  }

  @Test
  void retriedCall_publishesEachAttemptWithItsResendCountAndTheWaitBetween() throws IOException {
    server.calls(later(503, "0"), Replies.json(Replies.PROJECT));
    reads(2, events::add).project("p1").execute();
    assertThat(kinds())
        .containsSubsequence(
            "AttemptStarted", "AttemptEnded", "RetryAwaited", "AttemptStarted", "AttemptEnded");
    assertThat(only(CallEvent.AttemptEnded.class))
        .extracting(CallEvent.AttemptEnded::status)
        .containsExactly(503, 200);
    assertThat(only(CallEvent.AttemptStarted.class))
        .extracting(CallEvent.AttemptStarted::resendCount)
        .containsExactly(0, 1);
  }

  @Test
  void bodyThatBreaksOffTwice_isOneCallWithThreeAttempts() throws IOException {
    server.calls(brokenBody(), brokenBody(), Replies.json(Replies.PROJECT));
    reads(2, events::add).project("p1").execute();
    assertIsOneCallOfThreeAttempts();
  }

  @Test
  void asynchronousCallWhoseBodyBreaksOffTwice_isOneCallWithThreeAttempts() throws Exception {
    server.calls(brokenBody(), brokenBody(), Replies.json(Replies.PROJECT));
    CompletableFuture<Response<Project>> response = new CompletableFuture<>();
    reads(2, events::add).project("p1").enqueue(completing(response));
    assertThat(response.get().code()).isEqualTo(200);
    assertIsOneCallOfThreeAttempts();
  }

  @Test
  void bodyThatAlwaysBreaksOff_endsTheCallOnceWithItsFailure() {
    server.calls(brokenBody());
    Calls calls = reads(1, events::add);
    assertThatThrownBy(() -> calls.project("p1").execute()).isInstanceOf(ConnectionException.class);
    assertThat(only(CallEvent.Started.class)).hasSize(1);
    assertThat(only(CallEvent.Ended.class))
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.failure()).isInstanceOf(ConnectionException.class);
              assertThat(ended.attempts()).isEqualTo(2);
            });
  }

  private void assertIsOneCallOfThreeAttempts() {
    assertThat(only(CallEvent.Started.class)).hasSize(1);
    assertThat(only(CallEvent.AttemptStarted.class))
        .extracting(CallEvent.AttemptStarted::resendCount)
        .containsExactly(0, 1, 2);
    assertThat(only(CallEvent.RetryAwaited.class)).hasSize(2);
    assertThat(only(CallEvent.Ended.class))
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.failure()).isNull();
              assertThat(ended.attempts()).isEqualTo(3);
            });
    assertThat(kinds()).startsWith("Started").endsWith("Ended");
    assertThat(events).allSatisfy(event -> assertThat(event.call()).isSameAs(events.get(0).call()));
  }

  private static MockResponse brokenBody() {
    return Replies.json(Replies.PROJECT)
        .newBuilder()
        .onResponseBody(new SocketEffect.CloseSocket())
        .build();
  }

  @Test
  void callAfterTooManyRequests_publishesItsWaitForTheRateLimit() throws IOException {
    server.calls(later(429, "1"), Replies.json(Replies.PROJECT));
    reads(1, events::add).project("p1").execute();
    assertThat(only(CallEvent.RateLimitAwaited.class))
        .singleElement()
        .satisfies(waited -> assertThat(waited.duration()).isPositive());
  }

  @Test
  void failedCall_publishesWhatTheCallerGets() {
    server.calls(Replies.json(500, "{\"error\":\"broken\"}"));
    Calls calls = reads(0, events::add);
    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ServerException.class);
    assertThat(only(CallEvent.Ended.class).get(0).status()).isEqualTo(500);
  }

  @Test
  void brokenConnection_publishesTheFailureOfTheAttemptAndOfTheCall() {
    server.calls(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    Calls calls = reads(0, events::add);
    assertThatThrownBy(() -> calls.project("p1").execute()).isInstanceOf(ConnectionException.class);
    assertThat(only(CallEvent.AttemptEnded.class))
        .last()
        .satisfies(
            attempt -> {
              assertThat(attempt.status()).isZero();
              assertThat(attempt.failure()).isNotNull();
            });
    assertThat(only(CallEvent.Ended.class).get(0).failure())
        .isInstanceOf(ConnectionException.class);
  }

  @Test
  void undecodableResponse_endsTheCallWithTheDecodingFailure() {
    server.calls(Replies.json("{\"data\":{\"project\":{\"id\":["));
    Calls calls = reads(0, events::add);
    assertThatThrownBy(() -> calls.project("p1").execute()).isInstanceOf(DecodingException.class);
    CallEvent.Ended ended = only(CallEvent.Ended.class).get(0);
    assertThat(ended.failure()).isInstanceOf(DecodingException.class);
    assertThat(ended.status()).isEqualTo(200);
  }

  @Test
  void rejectedToken_publishesASecondAttempt() throws IOException {
    server.calls(Replies.refusedToken(), Replies.json(Replies.PROJECT));
    reads(0, events::add).project("p1").execute();
    assertThat(only(CallEvent.AttemptEnded.class))
        .extracting(CallEvent.AttemptEnded::status)
        .containsExactly(401, 200);
  }

  @Test
  void page_publishesItsSizeBeforeTheEnd() throws IOException {
    server.calls(Replies.page("\"c2\"", "a", "b"));
    reads(0, events::add).page(null, null).execute();
    assertThat(kinds()).endsWith("PageFetched", "Ended");
    CallEvent.PageFetched page = only(CallEvent.PageFetched.class).get(0);
    assertThat(page.records()).isEqualTo(2);
    assertThat(page.hasNext()).isTrue();
  }

  @Test
  void asynchronousCall_startsInTheThreadThatMakesIt() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    CompletableFuture<Response<Project>> response = new CompletableFuture<>();
    CallListener listener =
        event -> {
          events.add(event);
          threads.add(Thread.currentThread());
        };
    reads(0, listener).project("p1").enqueue(completing(response));
    assertThat(response.get().code()).isEqualTo(200);
    assertThat(kinds()).startsWith("Started").endsWith("Ended");
    assertThat(threads.get(0)).isSameAs(Thread.currentThread());
  }

  @Test
  void headersOfTheListener_areSentWithEachAttempt() throws IOException {
    server.calls(later(503, "0"), Replies.json(Replies.PROJECT));
    CallListener listener =
        event -> {
          if (event instanceof CallEvent.AttemptStarted attempt) {
            attempt.headers().accept("traceparent", "attempt-" + attempt.resendCount());
          }
        };
    reads(1, listener).project("p1").execute();
    assertThat(server.calls())
        .extracting(request -> request.getHeaders().get("traceparent"))
        .containsExactly("attempt-0", "attempt-1");
  }

  @Test
  void headersOfTheListener_doNotGoToAnotherOrigin() throws IOException {
    CallListener listener =
        event -> {
          if (event instanceof CallEvent.AttemptStarted attempt) {
            attempt.headers().accept("traceparent", "x");
          }
          events.add(event);
        };
    String elsewhere = server.url("/elsewhere").toString().replace("127.0.0.1", "localhost");
    Visibuild visibuild =
        server.open(
            server
                .builder(credential())
                .baseUrl(server.url("/").toString().replace("localhost", "127.0.0.1"))
                .callListener(listener));
    Calls calls = visibuild.readAccess().implement(Calls.class);
    try (ResponseBody body = calls.at(elsewhere).execute().body()) {
      assertThat(body).isNotNull();
    }
    assertThat(server.calls().get(0).getHeaders().get("traceparent")).isNull();
    assertThat(events.get(0).call().path()).isEqualTo("{url}");
  }

  @Test
  void listenerThatSetsAuthorization_isRefusedAndTheCallSucceeds() throws IOException {
    List<RuntimeException> refused = new ArrayList<>();
    CallListener listener =
        event -> {
          if (event instanceof CallEvent.AttemptStarted attempt) {
            try {
              attempt.headers().accept("Authorization", "Bearer mine");
            } catch (IllegalArgumentException e) {
              refused.add(e);
            }
          }
        };
    reads(0, listener).project("p1").execute();
    assertThat(refused).singleElement().asString().contains("cannot set the header Authorization");
    assertThat(server.authorizations()).containsExactly("Bearer token-1");
  }

  @Test
  void listenerThatSetsAnUnsendableValue_isRefusedWithoutTheValue() throws IOException {
    List<RuntimeException> refused = new ArrayList<>();
    CallListener listener =
        event -> {
          if (event instanceof CallEvent.AttemptStarted attempt) {
            try {
              attempt.headers().accept("X-Key", "sentinel\n");
            } catch (IllegalArgumentException e) {
              refused.add(e);
            }
          }
        };
    reads(0, listener).project("p1").execute();
    assertThat(refused)
        .singleElement()
        .asString()
        .contains("cannot set the header X-Key")
        .doesNotContain("sentinel");
  }

  @Test
  void listenerThatThrows_breaksNoCall() throws IOException {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    CallListener listener =
        event -> {
          seen.add(event.getClass().getSimpleName());
          if (seen.size() % 2 == 0) {
            throw new AssertionError("even");
          }
          throw new IllegalStateException("odd");
        };
    Calls calls = reads(0, listener);
    assertThat(calls.project("p1").execute().code()).isEqualTo(200);
    assertThat(calls.project("p1").execute().code()).isEqualTo(200);
    assertThat(seen).contains("Started", "AttemptStarted", "AttemptEnded", "Ended");
  }

  @Test
  void events_holdNoArgumentTokenOrSecret() {
    server.calls(Replies.refusedToken());
    Calls calls = reads(0, events::add);
    assertThatThrownBy(() -> calls.project("argument-4711").execute())
        .isInstanceOf(AuthenticationException.class);
    assertThat(events.toString())
        .contains("Ended")
        .doesNotContain("argument-4711", "token-1", "token-2", FakeVisibuild.CLIENT_SECRET);
  }

  @Test
  void requestThatCannotBeMade_publishesNothing() {
    Calls calls = reads(0, events::add);
    assertThatThrownBy(() -> calls.project(null).execute())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(events).isEmpty();
  }

  private static <T> Callback<T> completing(CompletableFuture<Response<T>> future) {
    return new Callback<>() {
      @Override
      public void onResponse(Call<T> call, Response<T> response) {
        future.complete(response);
      }

      @Override
      public void onFailure(Call<T> call, Throwable failure) {
        future.completeExceptionally(failure);
      }
    };
  }

  private static MockResponse later(int status, String seconds) {
    return new MockResponse.Builder().code(status).setHeader("Retry-After", seconds).build();
  }

  private static Credential credential() {
    return ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ);
  }

  private Calls reads(int retries, CallListener listener) {
    return server
        .open(server.builder(credential()).retries(retries).callListener(listener))
        .readAccess()
        .implement(Calls.class);
  }

  private List<String> kinds() {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private <E extends CallEvent> List<E> only(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
