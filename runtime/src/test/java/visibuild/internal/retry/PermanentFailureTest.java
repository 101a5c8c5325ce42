package visibuild.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.ServerException;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Failures without a response that another attempt cannot mend. */
class PermanentFailureTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void redirectsWithoutEnd_areFollowedOnce() {
    server.calls(Replies.redirect(302, "/login"));

    assertThatThrownBy(() -> ClientCalls.execute(calls().project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the server redirects without end");
    assertThat(server.calls()).hasSize(21);
  }

  @Test
  void proxyLoginWithoutAProxy_isAskedForOnce() {
    server.calls(Replies.empty(407));

    assertThatThrownBy(() -> ClientCalls.execute(calls().project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("requires a proxy login (407)");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void fileThatCannotBeRead_isReadOnce() {
    AtomicInteger reads = new AtomicInteger();
    RequestBody missing =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("application/json");
          }

          @Override
          public long contentLength() throws IOException {
            reads.incrementAndGet();
            throw new NoSuchFileException("project.json");
          }

          @Override
          public void writeTo(BufferedSink sink) {
            throw new AssertionError();
          }
        };
    Calls calls = server.open(builder(Scope.READ_WRITE)).writeAccess().implement(Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.send(missing)))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("a file that it needs could not be read");
    assertThat(reads).hasValue(1);
  }

  /** No server sends this 504: it is OkHttp's. */
  @Test
  void callForTheCacheAlone_isNotRepeated() {
    AtomicInteger refusals = new AtomicInteger();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void satisfactionFailure(okhttp3.Call call, Response response) {
                    refusals.incrementAndGet();
                  }
                })
            .build();
    CachedCalls calls =
        server.open(builder(Scope.READ).httpClient(http)).readAccess().implement(CachedCalls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.project()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("504");
    assertThat(refusals).hasValue(1);
  }

  interface CachedCalls {
    @Headers("Cache-Control: only-if-cached")
    @GET("api/core/v1/projects/p1")
    Call<Project> project();
  }

  private Calls calls() {
    return server.open(builder(Scope.READ)).readAccess().implement(Calls.class);
  }

  private Visibuild.Builder builder(Scope scope) {
    return server
        .builder(ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, scope))
        .retries(3);
  }
}
