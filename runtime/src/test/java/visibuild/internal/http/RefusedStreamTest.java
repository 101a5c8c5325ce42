package visibuild.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.HttpOptions;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.Project;
import visibuild.fixture.RawHttp2Server;
import visibuild.fixture.RawHttp2Server.Outcome;

/** HTTP/2 with TLS: the reset codes and the GOAWAY after which a write is repeated. */
@Timeout(180)
@Tag("slow")
class RefusedStreamTest {
  // RFC 9113, section 7.
  private static final int NO_ERROR = 0;
  private static final int PROTOCOL_ERROR = 1;
  private static final int INTERNAL_ERROR = 2;
  private static final int REFUSED_STREAM = 7;
  private static final int CANCEL = 8;
  private static final int ENHANCE_YOUR_CALM = 11;
  private static final int HTTP_1_1_REQUIRED = 13;

  private Duration readTimeout = Duration.ofSeconds(60);
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private RawHttp2Server server;
  private Visibuild visibuild;

  @AfterEach
  void close() {
    visibuild.close();
    server.close();
  }

  @Test
  void writesWhoseStreamsAreRefused_areAllDoneOnce() throws Exception {
    Calls calls = calls((request, stream) -> everyThird(request, Outcome.reset(REFUSED_STREAM)));

    write(calls, 200);

    assertThat(server.responses()).isEqualTo(200);
    assertThat(server.requests()).isBetween(290, 310);
  }

  @Test
  void writesAboveTheLastStreamOfAGoaway_areAllDoneOnce() throws Exception {
    Calls calls = calls((request, stream) -> everyThird(request, Outcome.goaway(stream - 2)));

    write(calls, 100);

    assertThat(server.responses()).isEqualTo(100);
    assertThat(server.requests()).isBetween(140, 160);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        NO_ERROR,
        PROTOCOL_ERROR,
        INTERNAL_ERROR,
        CANCEL,
        ENHANCE_YOUR_CALM,
        HTTP_1_1_REQUIRED
      })
  void aWriteWhoseStreamIsResetWithAnotherCode_isNotRepeated(int code) throws Exception {
    Calls calls = calls((request, stream) -> Outcome.reset(code));

    assertThatThrownBy(() -> write(calls, 1)).isInstanceOf(ConnectionException.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aWriteBelowTheLastStreamOfAGoaway_isNotRepeated() throws Exception {
    // Such a server may still respond, and this one does not.
    readTimeout = Duration.ofSeconds(1);
    Calls calls = calls((request, stream) -> Outcome.goaway(stream));

    assertThatThrownBy(() -> write(calls, 1)).isInstanceOf(ConnectionException.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {NO_ERROR, INTERNAL_ERROR, ENHANCE_YOUR_CALM})
  void aWriteAboveTheLastStreamOfAGoaway_isRepeatedWhateverItsCode(int code) throws Exception {
    Calls calls =
        calls((request, stream) -> request == 0 ? Outcome.goaway(0, code) : Outcome.response());

    write(calls, 1);

    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void aWriteThatEndsAfterAGoawayAboveIt_isDoneOnce() throws Exception {
    Calls calls = calls((request, stream) -> Outcome.goawayAndResponse(stream + 2));

    write(calls, 3);

    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void aFutureWriteWhoseStreamIsRefused_isDoneOnce() throws Exception {
    Calls calls =
        calls((request, stream) -> everyThird(request + 1, Outcome.reset(REFUSED_STREAM)));

    Project created = ClientCalls.async(calls.create(new Project("p1", null))).get(60, SECONDS);

    assertThat(created.id()).isEqualTo("p1");
    assertThat(server.responses()).isEqualTo(1);
  }

  @Test
  void aCallWhoseStreamIsAlwaysRefused_ends() throws Exception {
    Calls calls = calls((request, stream) -> Outcome.reset(REFUSED_STREAM));

    assertThatThrownBy(() -> write(calls, 1)).isInstanceOf(ConnectionException.class);
    assertThat(server.requests()).isEqualTo(2);
    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class);
    assertThat(server.requests()).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        NO_ERROR,
        PROTOCOL_ERROR,
        INTERNAL_ERROR,
        REFUSED_STREAM,
        CANCEL,
        ENHANCE_YOUR_CALM,
        HTTP_1_1_REQUIRED
      })
  void aReadWhoseStreamIsReset_isRepeated(int code) throws Exception {
    Calls calls =
        calls(
            (request, stream) -> request == 0 ? Outcome.reset(code) : Outcome.response(),
            /* retries= */ 1);

    assertThat(ClientCalls.execute(calls.project("p1")).id()).isEqualTo("p1");
  }

  private static Outcome everyThird(int request, Outcome outcome) {
    return request % 3 == 1 ? outcome : Outcome.response();
  }

  private static void write(Calls calls, int times) {
    for (int i = 0; i < times; i++) {
      ClientCalls.execute(calls.create(new Project("p" + i, null)));
    }
  }

  private Calls calls(RawHttp2Server.Decision decision) throws Exception {
    return calls(decision, /* retries= */ 0);
  }

  private Calls calls(RawHttp2Server.Decision decision, int retries) throws Exception {
    HandshakeCertificates keys =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    server = new RawHttp2Server(keys.sslContext(), decision);
    visibuild =
        Visibuild.builder()
            .baseUrl(server.url().toString())
            .credential(LegacyToken.of("a-token", Scope.READ_WRITE))
            .http(
                HttpOptions.defaults()
                    .readTimeout(readTimeout)
                    .trustedCertificates(certificate.certificate()))
            .retries(retries)
            .build();
    return visibuild.writeAccess().implement(Calls.class);
  }
}
