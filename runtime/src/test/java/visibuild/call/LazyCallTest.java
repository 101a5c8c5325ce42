package visibuild.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.InsufficientScopeException;
import visibuild.fixture.Called;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Calls that the user carries out. */
class LazyCallTest {
  private static final MockResponse HANGS_UP =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void asksForNothingBeforeItIsCarriedOut() {
    assertThat(call().isExecuted()).isFalse();
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void returnsTheValueAndTheHeaders() throws Exception {
    server.calls(Replies.json(Replies.PROJECT).newBuilder().setHeader("X-Per-Page", "7").build());

    Response<Project> response = call().execute();

    assertThat(response.body()).isEqualTo(new Project("p1", "Tower"));
    assertThat(response.headers().get("X-Per-Page")).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 422, 429, 500})
  void anErrorOfTheServerIsAResponse(int status) throws Exception {
    server.calls(Replies.text(status, "text/plain", "why"));

    Response<Project> response = call().execute();

    assertThat(response.code()).isEqualTo(status);
    assertThat(response.errorBody().string()).isEqualTo("why");
  }

  @Test
  void withoutAResponseItThrows() {
    server.calls(HANGS_UP);

    assertThatThrownBy(() -> call().execute()).isInstanceOf(ConnectionException.class);
  }

  @Test
  void withoutATokenItThrows() {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> call().execute()).isInstanceOf(AuthenticationException.class);
  }

  @Test
  void withoutTheScopeItThrows() {
    Call<Void> delete = ClientCalls.call(server.readCalls().delete("p1"));

    assertThatThrownBy(delete::execute).isInstanceOf(InsufficientScopeException.class);
  }

  @Test
  void aResponseThatCannotBeReadThrows() {
    server.calls(Replies.json("{}"));

    assertThatThrownBy(() -> call().execute()).isInstanceOf(DecodingException.class);
  }

  @Test
  void inTheBackgroundAnErrorOfTheServerIsAResponse() throws Exception {
    server.calls(Replies.empty(404));

    assertThat(Called.back(call()).get(60, SECONDS).code()).isEqualTo(404);
  }

  @Test
  void inTheBackgroundAFailureIsTheSameException() {
    server.calls(HANGS_UP);

    assertThatThrownBy(() -> Called.back(call()).get(60, SECONDS))
        .hasCauseInstanceOf(ConnectionException.class);
  }

  @Test
  void inTheBackgroundARefusedCredentialIsTheSameException() {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> Called.back(call()).get(60, SECONDS))
        .hasCauseInstanceOf(AuthenticationException.class);
  }

  @Test
  void inTheBackgroundAResponseThatCannotBeReadIsTheSameException() {
    server.calls(Replies.json("{}"));

    assertThatThrownBy(() -> Called.back(call()).get(60, SECONDS))
        .hasCauseInstanceOf(DecodingException.class)
        .hasMessageContaining("GET api/core/v1/projects/{id}: ");
  }

  @Test
  void theCallbackIsGivenTheCallThatItWasGivenTo() throws Exception {
    Call<Project> call = call();
    CompletableFuture<Call<Project>> given = new CompletableFuture<>();

    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<Project> call, Response<Project> response) {
            given.complete(call);
          }

          @Override
          public void onFailure(Call<Project> call, Throwable failure) {
            given.completeExceptionally(failure);
          }
        });

    assertThat(given.get(60, SECONDS)).isSameAs(call);
  }

  @Test
  void aCloneCanBeCarriedOutAgainWithOurExceptions() throws Exception {
    server.calls(Replies.json(Replies.PROJECT), HANGS_UP);
    Call<Project> call = call();
    call.execute();

    assertThatThrownBy(() -> call.clone().execute()).isInstanceOf(ConnectionException.class);
  }

  @Test
  void aCancelledCallThrows() {
    Call<Project> call = call();
    call.cancel();

    assertThat(call.isCanceled()).isTrue();
    assertThatThrownBy(call::execute)
        .isInstanceOf(ConnectionException.class)
        .hasMessageEndingWith("the call was cancelled.");
  }

  @Test
  void theRequestCanBeLookedAtAndHasNoToken() {
    assertThat(call().request().url().encodedPath()).isEqualTo("/api/core/v1/projects/p1");
    assertThat(call().request().header("Authorization")).isNull();
  }

  private Call<Project> call() {
    return ClientCalls.call(server.readCalls().project("p1"));
  }
}
