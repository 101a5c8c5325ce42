package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd paths and methods, sent as they are written here where a client would tidy them up. */
class RequestLineTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Web WEB = new Web(SANDBOX);
  private static final String PROJECTS = "/api/core/v1/projects";

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api", "/api/core/v1", "/api/core/v2/projects", "/api/core/v1/visi"})
  void unknownPathIsNotFoundInHtml(String path) {
    Web.Reply response = WEB.get(path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void unknownPathIsNotFoundEvenWithoutAToken() {
    assertThat(WEB.send(WEB.to("/api/core/v1/nothing").build()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH", "OPTIONS", "INVENTED"})
  void methodThatAPathDoesNotKnowIsNotFound(String method) throws IOException {
    assertThat(raw(method + " " + PROJECTS)).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/core/v1/../v1/projects",
        "/api/core/v1/projects/..",
        "/api/core/v1/projects/../../../../etc/passwd",
        "/api/core/v1/%2e%2e/v1/projects",
        "/../api/core/v1/projects"
      })
  void dotsInAPathLeadNowhere(String path) throws IOException {
    assertThat(raw("GET " + path)).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/core/v1/projects/", "//api/core/v1//projects"})
  void slashTooManyIsForgiven(String path) throws IOException {
    assertThat(raw("GET " + path)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void encodedIdIsDecoded() throws IOException {
    String id = WEB.projectId(3);
    String encoded = "%" + Integer.toHexString(id.charAt(0)) + id.substring(1);

    assertThat(raw("GET " + PROJECTS + "/" + encoded + "/subtypes")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void encodedSlashDoesNotPartAPath() throws IOException {
    assertThat(raw("GET /api/core/v1%2Fprojects")).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz/visis", "/%/visis", "/%ff/visis", "?pageSize=%zz", "?a=%ff"})
  void brokenPercentEncodingIsABadRequest(String rest) throws IOException {
    assertThat(raw("GET " + PROJECTS + rest)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void ofAParameterThatComesTwiceTheLastCounts() {
    assertThat(WEB.get(PROJECTS + "?pageSize=1&pageSize=3").data("projects")).hasSize(3);
  }

  @Test
  void headIsAGetWithoutABody() {
    String token = WEB.token("read");
    Request head = WEB.to(PROJECTS).header("Authorization", "Bearer " + token).head().build();

    Web.Reply response = WEB.send(head);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.header("X-Has-Next-Page")).isEqualTo("false");
    assertThat(response.header("Content-Length"))
        .isEqualTo(
            String.valueOf(
                WEB.get(PROJECTS, token).body().getBytes(StandardCharsets.UTF_8).length));
  }

  @Test
  void connectionServesFurtherCallsAfterAHead() throws IOException {
    String token = WEB.token("read");
    String line =
        " " + PROJECTS + " HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer " + token + "\r\n";

    String replies = exchange("HEAD" + line + "\r\nGET" + line + "Connection: close\r\n\r\n");

    assertThat(replies.split("HTTP/1.1 200 ", -1)).hasSize(3);
  }

  @Test
  void everyResponseHasARequestIdOfItsOwn() {
    String one = WEB.send(WEB.to("/").build()).header("X-Request-Id");
    String other = WEB.send(WEB.to("/oauth/token").build()).header("X-Request-Id");

    assertThat(one).isNotBlank().isNotEqualTo(other);
    assertThat(other).isNotBlank();
  }

  private static String raw(String methodAndPath) throws IOException {
    return exchange(
        methodAndPath
            + " HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\nAuthorization: Bearer "
            + WEB.token("read write")
            + "\r\n\r\n");
  }

  private static String exchange(String request) throws IOException {
    URI origin = URI.create(SANDBOX.baseUrl());
    try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
