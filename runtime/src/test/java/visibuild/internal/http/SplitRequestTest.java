package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.HeaderMap;
import visibuild.ConnectionException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;

/**
 * One request that a server reads as two: the second would carry the token of a read access, which
 * in these tests could write.
 */
class SplitRequestTest {
  private static final String SECOND = "DELETE /api/core/v1/projects/p1 HTTP/1.1";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Reads {
    @GET("api/core/v1/projects/p1")
    Call<Project> project(@HeaderMap Headers headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n\r\n", "\n\n", "\r\r", "\r\n", "\0"})
  void lineBreakInAHeaderOfAnInterface_isNotSent(String lineBreak) {
    Headers split =
        new Headers.Builder().addUnsafeNonAscii("X-Note", "a" + lineBreak + SECOND).build();

    assertThatThrownBy(() -> ClientCalls.execute(reads(builder()).project(split)))
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "GET api/core/v1/projects/p1 was not sent, because the value of its header X-Note has a"
                + " line break or a null character, after which a server may read another header"
                + " or request; remove it.");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void lineBreakInAHeaderOfANetworkInterceptor_isNotSent() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  Headers split =
                      chain
                          .request()
                          .headers()
                          .newBuilder()
                          .addUnsafeNonAscii("X-Note", "a\r\n\r\n" + SECOND)
                          .build();
                  return chain.proceed(chain.request().newBuilder().headers(split).build());
                })
            .build();
    Reads reads = reads(builder().httpClient(client));

    assertThatThrownBy(() -> ClientCalls.execute(reads.project(Headers.of())))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("X-Note has a line break or a null character");
    assertThat(server.calls()).isEmpty();
  }

  /** A server that responds early takes the head of the next request for the rest of this one. */
  @ParameterizedTest
  @CsvSource({"Content-Length, 60", "Transfer-Encoding, chunked"})
  void announcedBodyThatIsNotSent_isRefused(String header, String value) {
    assertThatThrownBy(
            () -> ClientCalls.execute(reads(builder()).project(Headers.of(header, value))))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("announce a body, and it has none")
        .hasMessageContaining("remove Content-Length and Transfer-Encoding");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void lengthOfZero_isSent() {
    Project project =
        ClientCalls.execute(reads(builder()).project(Headers.of("Content-Length", "0")));

    assertThat(project).isEqualTo(new Project("p1", "Tower"));
  }

  private Visibuild.Builder builder() {
    return server.builder(LegacyToken.of("a-token-that-writes", Scope.READ_WRITE));
  }

  private Reads reads(Visibuild.Builder builder) {
    return server.open(builder).readAccess().implement(Reads.class);
  }
}
