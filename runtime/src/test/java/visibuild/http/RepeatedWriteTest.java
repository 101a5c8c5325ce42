package visibuild.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.call.Answers;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** A server that hangs up may have done what it was asked. Here it has two addresses to try. */
class RepeatedWriteTest {
  private static final MockResponse HANGS_UP =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void aWriteIsNotSentAgainByTheTransport() {
    server.calls(HANGS_UP, Replies.json(Replies.PROJECT));
    Calls calls = calls();

    assertThatThrownBy(() -> Answers.value(calls.create(new Project("p1", null))))
        .isInstanceOf(ConnectionException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aReadIsSentAgainByTheTransport() {
    server.calls(HANGS_UP, Replies.json(Replies.PROJECT));

    assertThat(Answers.value(calls().project("p1")).id()).isEqualTo("p1");
    assertThat(server.calls()).hasSize(2);
  }

  private Calls calls() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    OkHttpClient http = new OkHttpClient.Builder().dns(host -> List.of(loopback, loopback)).build();
    ClientCredentials credential = ClientCredentials.of("id", "secret", Scope.READ_WRITE);
    return server
        .open(server.builder(credential).httpClient(http))
        .writeAccess()
        .implement(Calls.class);
  }
}
