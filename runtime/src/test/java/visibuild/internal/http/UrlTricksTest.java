package visibuild.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.VisibuildException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/**
 * Addresses that look like Visibuild's, or are Visibuild's and do not look like it: as an argument
 * of a call, and as the target of a redirect. HOME and EVIL stand for the servers' ports.
 */
@Tag("slow")
class UrlTricksTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:HOME@127.0.0.1:EVIL/",
        "http://localhost:HOME@localhost.evil:EVIL/",
        "http://localhost%3AHOME@127.0.0.1:EVIL/",
        "http://localhost.evil:HOME/",
        "http://evil.localhost:HOME/",
        "http://localhost.:HOME/",
        "http://localhost:EVIL/",
        "http://127.0.0.1:HOME/",
        "http://l\u043ecalhost:HOME/",
        "http://xn--lcalhost-4fg:HOME/",
        "//127.0.0.1:EVIL/",
        "\\\\127.0.0.1:EVIL\\",
        "http:\\\\127.0.0.1:EVIL/",
        " http://127.0.0.1:EVIL/",
        "http://127.0.0.1:EVIL#@localhost:HOME/",
        "http://127.0.0.1:EVIL?@localhost:HOME/",
        "http://[::ffff:127.0.0.1]:EVIL/",
        "http://2130706433:EVIL/",
      })
  void noTokenGoesThere(String trick) {
    call(url(trick));
    redirectTo(url(trick));

    assertThat(foreign()).as("requests that got there").isNotEmpty();
    assertThat(foreign())
        .allSatisfy(
            request -> assertThat(request.getHeaders().get("Authorization")).as(trick).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP://LOCALHOST:HOME/there",
        "http://\uff4cocalhost:HOME/there",
        "http://l%6fcalhost:HOME/there",
        "http://user:password@localhost:HOME/there",
        "http://localhost:HOME\\@127.0.0.1:EVIL/",
        "/there",
        "http:127.0.0.1:EVIL/",
        "../../../../there",
        "/\t/127.0.0.1:EVIL/",
      })
  void tokenStaysAtHome(String trick) {
    ClientCalls.execute(calls().at(url(trick))).close();

    assertThat(server.authorizations()).containsExactly("Bearer token-1");
    assertThat(elsewhere.calls()).isEmpty();
  }

  /** The call may fail, as addresses such as these do; what counts is what was sent where. */
  private void call(String url) {
    Calls calls = calls();
    settle(() -> ClientCalls.execute(calls.at(url)).close());
    settle(() -> ClientCalls.async(calls.at(url)).get(60, SECONDS).close());
  }

  private void redirectTo(String url) {
    // A header is in ASCII.
    String location = url.contains("\u043e") ? HttpUrl.get(url).toString() : url;
    server.calls(Replies.redirect(307, location), Replies.json(Replies.PROJECT));
    Calls calls = calls();
    settle(() -> ClientCalls.execute(calls.project("p1")));
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void settle(Work work) {
    Throwable failure = catchThrowable(work::run);
    if (failure != null) {
      assertThat(failure).isInstanceOfAny(VisibuildException.class, ExecutionException.class);
    }
  }

  private List<RecordedRequest> foreign() {
    String home = "localhost:" + server.url("/").port();
    return Stream.concat(server.calls().stream(), elsewhere.calls().stream())
        .filter(request -> !Objects.equals(request.getHeaders().get("Host"), home))
        .toList();
  }

  private String url(String trick) {
    return trick
        .replace("HOME", String.valueOf(server.url("/").port()))
        .replace("EVIL", String.valueOf(elsewhere.url("/").port()));
  }

  private Calls calls() {
    OkHttpClient http =
        new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getLoopbackAddress())).build();
    return server
        .open(server.builder(ClientCredentials.of("id", "secret", Scope.READ)).httpClient(http))
        .readAccess()
        .implement(Calls.class);
  }
}
