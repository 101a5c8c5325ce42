package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;
import visibuild.fixture.FakeVisibuild;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.StaticTokenProvider;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.base.Secret;
import visibuild.internal.time.Clocks;

/** The last look before a request goes on the wire. */
class OriginGuardTest {
  private static final AuthContext CONTEXT =
      new AuthContext(
          Clocks.system(),
          (delay, work) -> () -> {},
          Runnable::run,
          new SplittableRandom(),
          new TokenEventPublisher(null, Runnable::run),
          Duration.ofSeconds(1));

  private static final TokenProvider TOKENS =
      new StaticTokenProvider(Secret.ofUnchecked("token"), Scope.READ, null, "", CONTEXT);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();

  @Test
  void tokenForAnotherOrigin_isNotAdded() throws Exception {
    send(elsewhere.url("/"));

    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @Test
  void tokenForTheOrigin_isAdded() throws Exception {
    send(server.url("/"));

    assertThat(server.authorizations()).containsExactly("Bearer token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.apac.visibuild.com/",
        "https://app.apac.visibuild.com:8443/",
        "http://app.apac.visibuild.com:443/",
        "https://app.eu.visibuild.com/",
        "https://app.apac.visibuild.com.example/",
        "https://apac.visibuild.com/"
      })
  void anOriginIsSchemeHostAndPort(String other) {
    Origin origin = Origin.of(HttpUrl.get("https://app.apac.visibuild.com/"));

    assertThat(origin.contains(HttpUrl.get(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://app.apac.visibuild.com:443/x?y", "HTTPS://APP.APAC.visibuild.com/x"})
  void anOriginIsTheSameHoweverItIsWritten(String same) {
    Origin origin = Origin.of(HttpUrl.get("https://app.apac.visibuild.com/"));

    assertThat(origin.contains(HttpUrl.get(same))).isTrue();
  }

  private void send(HttpUrl url) throws IOException {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                new OriginGuard(
                    Origin.of(server.url("/")),
                    new ScopeLimit(Scope.READ, Scope.READ),
                    new ConnectionMonitor()))
            .build();
    Request request = new Request.Builder().url(url).build();
    RequestToken token = new RequestToken(TOKENS.token(http.newCall(request)));
    Request authorized = token.putOn(request.newBuilder()).build();
    try (Response response = http.newCall(authorized).execute()) {
      assertThat(response.isSuccessful()).isTrue();
    }
  }
}
