package visibuild.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import visibuild.Scope;

class TlsTest {
  private static final Clock CLOCK = Clock.systemUTC();

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .setHeader("X-Request-Id", "1")
            .body("{\"error\": \"invalid_client\"}")
            .code(401)
            .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void certificateThatExpiresSoon_isADifference() throws IOException {
    DoctorReport report = examine(certificate(13), true);

    assertThat(report.connection().tls()).isEqualTo("TLSv1.3");
    assertThat(report.differences()).contains("a certificate of the server expires within 14 days");
  }

  @Test
  void certificateThatIsValidForLong_isShownInTheTable() throws IOException {
    DoctorReport report = examine(certificate(100), true);

    assertThat(report.connection().differences()).isEmpty();
    assertThat(TableReport.render(report, settings()))
        .contains("TLS       TLSv1.3; the certificate is valid for 99 more days");
    assertThat(ShapeReport.render(report, settings(), "test")).contains("\"tls\" : \"TLSv1.3\"");
  }

  @Test
  void certificateThatIsNotTrusted_endsTheExamination() {
    assertThatThrownBy(() -> examine(certificate(100), false)).isInstanceOf(SSLException.class);
  }

  private DoctorReport examine(HeldCertificate certificate, boolean isTrusted) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    OkHttpClient.Builder http = new OkHttpClient.Builder();
    if (isTrusted) {
      HandshakeCertificates trust =
          new HandshakeCertificates.Builder()
              .addTrustedCertificate(certificate.certificate())
              .build();
      http.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
    }
    return new Doctor(
            new OkHttpApiServer(http.build(), settings()),
            List.of(),
            CLOCK,
            Examination.randomIds())
        .examine(Scope.READ, false);
  }

  private Settings settings() {
    return Settings.of(
        Map.of(
            "VISIBUILD_BASE_URL", "https://localhost:" + server.getPort(),
            "VISIBUILD_CLIENT_ID", "id",
            "VISIBUILD_CLIENT_SECRET", "secret",
            "VISIBUILD_SCOPE", "read"));
  }

  private static HeldCertificate certificate(int days) {
    return new HeldCertificate.Builder()
        .addSubjectAlternativeName("localhost")
        .duration(days, TimeUnit.DAYS)
        .build();
  }
}
