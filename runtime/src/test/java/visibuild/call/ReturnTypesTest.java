package visibuild.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Streaming;
import visibuild.AuthenticationException;
import visibuild.NotFoundException;
import visibuild.Page;
import visibuild.Paged;
import visibuild.RateLimitedException;
import visibuild.Scope;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Responses, bodies, and pages that come later. */
class ReturnTypesTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Files {
    @Streaming
    @GET("api/core/v1/files/f1")
    Call<ResponseBody> file();
  }

  @Test
  void aResponseHasStatusHeadersAndValue() {
    server.calls(Replies.json(Replies.PROJECT).newBuilder().setHeader("X-Per-Page", "7").build());

    Response<Project> response = ClientCalls.executeResponse(server.readCalls().project("p1"));

    assertThat(response.body()).isEqualTo(new Project("p1", "Tower"));
    assertThat(response.headers().get("X-Per-Page")).isEqualTo("7");
  }

  @Test
  void anErrorIsAResponseToo() {
    server.calls(Replies.empty(404));

    assertThat(ClientCalls.executeResponse(server.readCalls().project("p1")).code()).isEqualTo(404);
  }

  @Test
  void aResponseThatDidNotComeIsAnException() {
    server.calls(Replies.refusedToken());

    assertThatThrownBy(() -> ClientCalls.executeResponse(server.readCalls().project("p1")))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void aResponseMayComeLater() throws Exception {
    server.calls(Replies.empty(404));

    assertThat(ClientCalls.asyncResponse(server.readCalls().project("p1")).get(60, SECONDS).code())
        .isEqualTo(404);
  }

  @Test
  void aBodyIsReadAsItComes() throws Exception {
    server.calls(Replies.text(200, "text/plain", "x".repeat(100_000)));

    try (ResponseBody body = ClientCalls.executeBody(files().file())) {
      assertThat(body.bytes()).hasSize(100_000);
    }
  }

  @Test
  void anErrorIsNoBody() {
    server.calls(Replies.empty(404));

    assertThatThrownBy(() -> ClientCalls.executeBody(files().file()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aBodyMayComeLater() throws Exception {
    server.calls(Replies.text(200, "text/plain", "text"));

    try (ResponseBody body = ClientCalls.asyncBody(files().file()).get(60, SECONDS)) {
      assertThat(body.string()).isEqualTo("text");
    }
  }

  @Test
  void toCancelAFutureThatIsThereLeavesItsBodyToRead() throws Exception {
    server.calls(Replies.text(200, "text/plain", "x".repeat(10_000_000)));
    CompletableFuture<ResponseBody> future = ClientCalls.asyncBody(files().file());

    try (ResponseBody body = future.get(60, SECONDS)) {
      assertThat(future.cancel(true)).isFalse();
      assertThat(body.bytes()).hasSize(10_000_000);
    }
  }

  @Test
  void pagesComeLaterWhenTheFirstIsThere() throws Exception {
    server.calls(Replies.page("\"c1\"", "a"), Replies.page("null", "b"));
    Calls calls = server.readCalls();

    Paged<Project> paged = ClientCalls.<Project>asyncPaged(calls::page).get(60, SECONDS);

    assertThat(server.calls()).hasSize(1);
    assertThat(paged).extracting(Project::id).containsExactly("a", "b");
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void theFirstPageIsAnotherWithAPageSize() throws Exception {
    server.calls(Replies.page("null", "a"));
    Calls calls = server.readCalls();

    Paged<Project> paged = ClientCalls.<Project>asyncPaged(calls::page).get(60, SECONDS);
    assertThat(paged.pageSize(7)).hasSize(1);

    assertThat(server.calls().get(1).getUrl().queryParameter("pageSize")).isEqualTo("7");
  }

  @Test
  void pagesThatDoNotComeFailTheFuture() {
    server.calls(Replies.empty(429));
    Calls calls = server.readCalls();

    assertThatThrownBy(() -> ClientCalls.<Project>asyncPaged(calls::page).get(60, SECONDS))
        .hasCauseInstanceOf(RateLimitedException.class);
  }

  @Test
  void toCancelTheFutureOfPagesCancelsTheCall() {
    Calls calls = server.readCalls();
    Call<?>[] made = new Call<?>[1];
    CompletableFuture<Paged<Project>> future =
        ClientCalls.asyncPaged(
            (size, next) -> {
              Call<Page<Project>> call = calls.page(size, next);
              made[0] = call;
              return call;
            });
    boolean cancelled = future.cancel(true);

    assertThat(made[0].isCanceled()).isEqualTo(cancelled);
  }

  private Files files() {
    return server.connect(Scope.READ).readAccess().implement(Files.class);
  }
}
