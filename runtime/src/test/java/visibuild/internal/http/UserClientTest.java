package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.internal.error.TokenRedactor;

/** A client that the user gives is used, kept away from secrets, and left open. */
class UserClientTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final List<Request> seen = new CopyOnWriteArrayList<>();
  private final Interceptor watching =
      chain -> {
        seen.add(chain.request());
        return chain.proceed(chain.request());
      };
  private OkHttpClient http = new OkHttpClient();

  @AfterEach
  void closeClient() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void itsInterceptorsSeeTheCallAndNotTheTokenRequest() {
    http = new OkHttpClient.Builder().addInterceptor(watching).build();

    call(connect());

    assertThat(seen)
        .extracting(request -> request.url().encodedPath())
        .containsExactly("/api/core/v1/projects/p1");
  }

  @Test
  void itsInterceptorsSeeNoToken() {
    http = new OkHttpClient.Builder().addInterceptor(watching).build();

    call(connect());

    assertThat(seen)
        .extracting(request -> request.header("Authorization"))
        .containsExactly((String) null);
  }

  @Test
  void itsNetworkInterceptorsSeeNoToken() {
    http = new OkHttpClient.Builder().addNetworkInterceptor(watching).build();

    call(connect());

    assertThat(seen)
        .isNotEmpty()
        .extracting(request -> request.header("Authorization"))
        .containsOnlyNulls();
    assertThat(server.authorizations()).containsExactly("Bearer token-1");
    for (Request request : seen) {
      scan.watch(request.toString());
      scan.watch(request.tag(TokenRedactor.class));
    }
  }

  @Test
  void itsNetworkInterceptorsDoNotSeeTheTokenRequest() {
    http = new OkHttpClient.Builder().addNetworkInterceptor(watching).build();

    call(connect());

    assertThat(seen)
        .extracting(request -> request.url().encodedPath())
        .containsExactly("/api/core/v1/projects/p1");
  }

  @Test
  void itsEventListenerDoesNotSeeTheTokenRequest() {
    http =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void requestHeadersEnd(Call call, Request request) {
                    seen.add(request);
                  }
                })
            .build();

    call(connect());

    assertThat(seen)
        .extracting(request -> request.url().encodedPath())
        .containsExactly("/api/core/v1/projects/p1");
  }

  @Test
  void itsAuthenticatorIsNotAskedForARefusedToken() {
    server.calls(Replies.refusedToken(), Replies.json(Replies.PROJECT));
    http =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) -> {
                  seen.add(response.request());
                  return null;
                })
            .build();

    call(connect());

    assertThat(seen).isEmpty();
  }

  @Test
  void itsInterceptorsAreNotChanged() {
    call(connect());

    assertThat(http.interceptors()).isEmpty();
    assertThat(http.networkInterceptors()).isEmpty();
  }

  @Test
  void itIsLeftOpenByClose() throws Exception {
    Visibuild visibuild = connect();
    call(visibuild);

    visibuild.close();

    assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
    try (Response response =
        http.newCall(new Request.Builder().url(server.url("/own")).build()).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  private Visibuild connect() {
    ClientCredentials credential = ClientCredentials.of("id", "secret", Scope.READ);
    return server.open(server.builder(credential).httpClient(http));
  }

  private static void call(Visibuild visibuild) {
    ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1"));
  }
}
