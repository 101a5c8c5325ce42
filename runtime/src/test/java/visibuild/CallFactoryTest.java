package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;

class CallFactoryTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void factoryOfTheProgram_makesEachCall() throws IOException {
    List<String> made = new CopyOnWriteArrayList<>();
    Calls calls =
        calls(
            client ->
                request -> {
                  made.add(request.method());
                  return client.newCall(request);
                });
    calls.project("p1").execute();
    assertThat(made).containsExactly("GET");
    assertThat(server.authorizations()).containsExactly("Bearer token-1");
  }

  /** Behind our interceptors, which have set the token by then. */
  @Test
  void interceptorThatRedirectsToAnotherOrigin_getsNoToken() throws IOException {
    Calls calls = calls(client -> client.newBuilder().addInterceptor(toAnotherHost()).build());
    calls.project("p1").execute();
    assertThat(server.calls()).hasSize(1);
    assertThat(server.authorizations().get(0)).isNull();
  }

  private static Interceptor toAnotherHost() {
    return chain -> {
      HttpUrl url = chain.request().url();
      String other = url.host().equals("localhost") ? "127.0.0.1" : "localhost";
      HttpUrl elsewhere = url.newBuilder().host(other).build();
      return chain.proceed(chain.request().newBuilder().url(elsewhere).build());
    };
  }

  private Calls calls(Function<OkHttpClient, Call.Factory> factory) {
    Credential credential =
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ);
    return server
        .open(server.builder(credential).callFactory(factory))
        .readAccess()
        .implement(Calls.class);
  }
}
