package visibuild.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Interceptors of the user's that send requests elsewhere, or twice. */
class UserInterceptorTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();

  @Test
  void whatAnInterceptorSendsElsewhereHasNoToken() {
    Calls calls =
        calls(new OkHttpClient.Builder().addInterceptor(chain -> chain.proceed(moved(chain))));

    ClientCalls.execute(calls.project("p1"));
    ClientCalls.execute(calls.create(new Project("p1", null)));

    assertThat(elsewhere.authorizations()).containsExactly(null, null);
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void whatAnInterceptorRepeatsElsewhereHasNoToken() {
    Calls calls =
        calls(
            new OkHttpClient.Builder()
                .addInterceptor(
                    chain -> {
                      Response first = chain.proceed(chain.request());
                      first.close();
                      Request sent = first.request();
                      return chain.proceed(sent.newBuilder().url(moved(sent.url())).build());
                    }));

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.authorizations()).containsExactly("Bearer token-1");
    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @Test
  void whatAnInterceptorRepeatsHereHasItsTokenAgain() {
    server.calls(Replies.empty(500), Replies.json(Replies.PROJECT));
    Calls calls =
        calls(
            new OkHttpClient.Builder()
                .addInterceptor(
                    chain -> {
                      Response first = chain.proceed(chain.request());
                      first.close();
                      return chain.proceed(first.request());
                    }));

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.authorizations()).containsExactly("Bearer token-1", "Bearer token-1");
  }

  @Test
  void noNetworkInterceptorCanMoveARequestThatHasItsToken() {
    Calls calls =
        calls(
            new OkHttpClient.Builder().addNetworkInterceptor(chain -> chain.proceed(moved(chain))));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must retain the same host and port");
    assertThat(server.calls()).isEmpty();
    assertThat(elsewhere.calls()).isEmpty();
  }

  static List<UnaryOperator<Request>> changesThatLoseTheToken() {
    return List.of(
        request -> new Request.Builder().url(request.url()).headers(request.headers()).build(),
        request -> request.newBuilder().header("Authorization", "Basic own").build());
  }

  @ParameterizedTest
  @MethodSource("changesThatLoseTheToken")
  void networkInterceptorThatLosesTheToken_isNamedAfterA401(UnaryOperator<Request> change) {
    server.calls(
        request ->
            "Bearer token-1".equals(request.getHeaders().get("Authorization"))
                ? Replies.json(Replies.PROJECT)
                : Replies.refusedToken());
    Calls calls =
        calls(
            new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> chain.proceed(change.apply(chain.request()))));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("The request carried no token.")
        .hasMessageContaining("a network interceptor that sets Authorization or makes another")
        .hasMessageContaining("check the base URL, the server's redirects and the interceptors.");
    assertThat(server.tokenRequests()).as("the token was not refused").hasSize(1);
  }

  private Request moved(Interceptor.Chain chain) {
    Request request = chain.request();
    return request.newBuilder().url(moved(request.url())).build();
  }

  private HttpUrl moved(HttpUrl url) {
    return url.newBuilder().port(elsewhere.url("/").port()).build();
  }

  /** In Kotlin, an interceptor need not declare it. */
  @Test
  void aCheckedExceptionOfANetworkInterceptor_staysItself() throws Exception {
    GeneralSecurityException failure = new GeneralSecurityException("The key store is locked.");
    Calls calls =
        calls(
            new OkHttpClient.Builder()
                .addNetworkInterceptor(
                    chain -> {
                      UserInterceptorTest.<RuntimeException>throwUndeclared(failure);
                      return chain.proceed(chain.request());
                    }));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1"))).isSameAs(failure);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThatThrownBy(() -> ClientCalls.async(calls.project("p1")).get(30, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isSameAs(failure);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void throwUndeclared(Exception failure) throws E {
    throw (E) failure;
  }

  private Calls calls(OkHttpClient.Builder http) {
    ClientCredentials credential = ClientCredentials.of("id", "secret", Scope.READ_WRITE);
    return server
        .open(server.builder(credential).httpClient(http.build()))
        .writeAccess()
        .implement(Calls.class);
  }
}
