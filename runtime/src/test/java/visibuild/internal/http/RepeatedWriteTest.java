package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ApiException;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.WriteAccess;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SearchApiClient;

/** A server that hangs up may have done what it was asked. Here it has two addresses to try. */
class RepeatedWriteTest {
  private static final MockResponse HANGS_UP =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void aWriteIsNotSentAgainByTheTransport() {
    server.calls(HANGS_UP, Replies.json(Replies.PROJECT));
    Calls calls = calls();

    assertThatThrownBy(() -> ClientCalls.execute(calls.create(new Project("p1", null))))
        .isInstanceOf(ConnectionException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aDeleteIsNotSentAgainOnAConnectionThatServedBefore() {
    server.calls(Replies.json(Replies.PROJECT), HANGS_UP, Replies.empty(404));
    Calls calls = calls();
    ClientCalls.execute(calls.project("p1"));

    assertThatThrownBy(() -> ClientCalls.execute(calls.delete("p1")))
        .isInstanceOf(ConnectionException.class);
    assertThat(server.calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 503})
  void aResponseIsNotFollowedByARequestOfTheTransports(int status) {
    server.calls(at(status, "0"), Replies.json(Replies.PROJECT));
    Calls calls = calls();

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ApiException.class);
    assertThat(server.calls()).hasSize(1);
    server.calls(at(status, "0"), Replies.json(Replies.PROJECT));
    assertThatThrownBy(() -> ClientCalls.execute(calls.delete("p1")))
        .isInstanceOf(ApiException.class);
    assertThat(server.calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 503})
  void theResponseIsShownAsTheServerGaveIt(int status) throws Exception {
    server.calls(at(status, "0"), Replies.empty(status), at(status, "soon"));
    Calls calls = calls();

    assertThat(retryAfter(calls)).isEqualTo("0");
    assertThat(retryAfter(calls)).isNull();
    assertThat(retryAfter(calls)).isEqualTo("soon");
  }

  @ParameterizedTest
  @CsvSource({"create, true", "search, false"})
  void theTransportSeesTheBodyOfAWriteAsOneShot(String method, boolean once) {
    List<Boolean> said = new CopyOnWriteArrayList<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  said.add(Objects.requireNonNull(chain.request().body()).isOneShot());
                  return chain.proceed(chain.request());
                })
            .build();
    WriteAccess access = access(http);
    Project project = new Project("p1", null);
    if (method.equals("create")) {
      ClientCalls.executeResponse(access.implement(Calls.class).create(project));
    } else {
      server.calls(Replies.json("{\"data\":{\"projects\":[]}}"));
      new SearchApiClient(access).search(project);
    }

    assertThat(said).containsExactly(once);
  }

  @Test
  void anAddressThatRefusesIsFollowedByTheNextForWritesToo() throws Exception {
    InetAddress nobody = InetAddress.getByName("127.0.0.2");
    Calls calls = calls(nobody, InetAddress.getLoopbackAddress());

    assertThat(ClientCalls.execute(calls.create(new Project("p1", null))).id()).isEqualTo("p1");
  }

  @Test
  void aReadIsSentAgainByTheTransport() {
    server.calls(HANGS_UP, Replies.json(Replies.PROJECT));

    assertThat(ClientCalls.execute(calls().project("p1")).id()).isEqualTo("p1");
    assertThat(server.calls()).hasSize(2);
  }

  private static MockResponse at(int status, String retryAfter) {
    return Replies.empty(status).newBuilder().setHeader("Retry-After", retryAfter).build();
  }

  private static @Nullable String retryAfter(Calls calls) throws IOException {
    return calls.project("p1").execute().headers().get("Retry-After");
  }

  private Calls calls() {
    return calls(InetAddress.getLoopbackAddress(), InetAddress.getLoopbackAddress());
  }

  private Calls calls(InetAddress... addresses) {
    return calls(new OkHttpClient.Builder().dns(host -> List.of(addresses)).build());
  }

  private Calls calls(OkHttpClient http) {
    return access(http).implement(Calls.class);
  }

  private WriteAccess access(OkHttpClient http) {
    ClientCredentials credential = ClientCredentials.of("id", "secret", Scope.READ_WRITE);
    return server.open(server.builder(credential).httpClient(http)).writeAccess();
  }
}
