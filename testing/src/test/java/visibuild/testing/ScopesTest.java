package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Web WEB = new Web(SANDBOX);
  private static final String BASE = "/api/core/v1";

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /tickets",
    "POST, /attachments",
    "POST, /webhooks",
    "PATCH, /webhooks/any",
    "DELETE, /webhooks/any"
  })
  void readTokenCannotWrite(String method, String path) {
    Web.Reply response = send(WEB, method, path, "read");

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.body()).isEmpty();
    assertThat(response.header("Content-Type")).startsWith("text/html");
    assertThat(response.header("WWW-Authenticate")).isNull();
  }

  @Test
  void tokenThatOnlyWritesCannotRead() {
    assertThat(WEB.get(BASE + "/projects", WEB.token("write")).status()).isEqualTo(403);
  }

  @Test
  void tokenThatOnlyWritesCanWrite() {
    assertThat(send(WEB, "DELETE", "/webhooks/any", "write").status()).isEqualTo(404);
  }

  @Test
  void tokenOfBothScopesReads() {
    assertThat(WEB.get(BASE + "/projects", WEB.token("read write")).status()).isEqualTo(200);
  }

  @Test
  void legacyTokenThatReadsCannotWrite() {
    String token = SANDBOX.servers().tokens().issueLegacy("read").value();
    Request request =
        WEB.to(BASE + "/webhooks/any").header("Authorization", "Bearer " + token).delete().build();

    assertThat(WEB.send(request).status()).isEqualTo(403);
  }

  @Test
  void laterDoorkeeperNamesTheMissingScope() {
    try (VisibuildSandbox other = VisibuildSandbox.builder().namesMissingScope().start()) {
      Web.Reply response = send(new Web(other), "POST", "/tickets", "read");

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.header("WWW-Authenticate"))
          .isEqualTo(
              "Bearer realm=\"Doorkeeper\", error=\"insufficient_scope\","
                  + " error_description=\"Access to this resource requires scope _write_.\"");
    }
  }

  private static Web.Reply send(Web web, String method, String path, String scope) {
    boolean hasBody = !method.equals("DELETE");
    return web.send(
        web.to(BASE + path)
            .header("Authorization", "Bearer " + web.token(scope))
            .method(
                method,
                hasBody ? RequestBody.create("{}", MediaType.get("application/json")) : null)
            .build());
  }
}
