package visibuild.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.ConnectionException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;

/** OkHttp runs no network interceptor for a web socket, so nothing would check its request. */
@Timeout(60)
class ProtocolUpgradeTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Upgrading {
    @retrofit2.http.Headers({"Connection: Upgrade", "Upgrade: h2c"})
    @GET("api/core/v1/projects")
    Call<Void> upgrade();
  }

  @Test
  void webSocket_isRefusedBeforeItCarriesAToken() throws Exception {
    AtomicReference<@Nullable OkHttpClient> ours = new AtomicReference<>();
    Visibuild unused =
        server.open(
            builder()
                .callFactory(
                    client -> {
                      ours.set(client);
                      return client;
                    }));
    Headers split =
        new Headers.Builder()
            .addUnsafeNonAscii("X-Note", "a\r\n\r\nDELETE /api/core/v1/projects/p1 HTTP/1.1")
            .build();
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    OkHttpClient client = ours.get();
    assertThat(client).isNotNull();
    client.newWebSocket(
        new Request.Builder().url(server.url("/api/core/v1/socket")).headers(split).build(),
        new WebSocketListener() {
          @Override
          public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
            failed.complete(failure);
          }
        });

    assertThat(failed.get(30, SECONDS)).hasMessageContaining("asks the server to change the");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void upgradeOfAnInterface_isRefused() {
    Upgrading calls = server.open(builder()).readAccess().implement(Upgrading.class);

    assertThatThrownBy(() -> ClientCalls.executeVoid(calls.upgrade()))
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "GET api/core/v1/projects was not sent, because it asks the server to change the"
                + " protocol; remove the headers Upgrade and Connection.");
    assertThat(server.calls()).isEmpty();
  }

  private Visibuild.Builder builder() {
    return server.builder(LegacyToken.of("a-token-that-writes", Scope.READ_WRITE));
  }
}
