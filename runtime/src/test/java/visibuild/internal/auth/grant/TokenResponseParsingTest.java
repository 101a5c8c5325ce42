package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.AuthenticationException;
import visibuild.DecodingException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.RawServer;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.TokenProviderHarness;

/** Faults 1 to 12: the shape of the token endpoint's response. */
@Tag("slow")
class TokenResponseParsingTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @ParameterizedTest
  @ValueSource(strings = {"sentinel-token-4712", "{\"access_token\":\"sentinel-token-4712"})
  void bodyThatIsNotJson_isMalformedAfterTwoAttempts(String body) {
    respond(body);

    malformed("(200, application/json)", "not valid JSON");
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void notJsonOnce_secondAttemptBringsTheToken() throws Exception {
    server.tokens(
        request -> {
          server.tokens(server::grant);
          return Replies.json("{");
        });

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
  }

  @Test
  void htmlPage_isNamed() {
    server.tokens(request -> Replies.text(200, "text/html", " <html>sentinel-token-4712</html>"));

    malformed("(200, text/html)", "it is HTML, not JSON");
  }

  @Test
  void emptyBody_isMalformed() {
    respond("");

    malformed("not a JSON object");
  }

  @Test
  void errorMemberWithStatus200_isThatError() {
    respond("{\"error\":\"invalid_client\",\"access_token\":\"sentinel-token-4712\"}");

    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"sentinel-token-4712\"", "null", "true"})
  void jsonThatIsNoObject_isMalformed(String body) {
    respond(body);

    malformed("not a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",\"access_token\":null", ",\"access_token\":\"\"", ",\"access_token\":7"})
  void missingToken_isMalformed(String member) {
    respond("{\"token_type\":\"Bearer\"" + member + "}");

    malformed("\"access_token\"");
  }

  @Test
  void blankToken_isMalformed() {
    respond("{\"token_type\":\"Bearer\",\"access_token\":\"  \"}");

    malformed("\"access_token\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\r\\nX: 1", "\\n", "\\u0000", "\\u00e9", " x"})
  void tokenWithACharacterThatNoHeaderCanCarry_isRefusedByPosition(String end) {
    respond(
        "{\"token_type\":\"Bearer\",\"access_token\":\"sentinel-token-4712%s\"}".formatted(end));

    malformed("at index 19");
  }

  @Test
  void duplicateToken_isRefused() {
    respond("{\"token_type\":\"Bearer\",\"access_token\":\"a\",\"access_token\":\"b\"}");

    malformed("not valid JSON");
  }

  @Test
  void unknownMembers_areIgnored() throws Exception {
    server.tokens(request -> Replies.tokenWith(",\"created_at\":1,\"x\":{\"y\":[1]}"));

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
  void bodyWithAnotherCharsetInItsHeader_isReadAsUtf8(Charset said) throws Exception {
    server.tokens(
        request ->
            Replies.tokenWith(",\"x\":\"é\"")
                .newBuilder()
                .setHeader("Content-Type", "application/json; charset=" + said)
                .build());

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
  }

  @Test
  void byteOrderMarkWithoutContentType_isAccepted() throws Exception {
    String body = "\ufeff{\"access_token\":\"token-1\",\"token_type\":\"Bearer\"}";
    server.tokens(
        request ->
            new MockResponse.Builder()
                .headers(Headers.of())
                .body(new Buffer().writeString(body, StandardCharsets.UTF_8))
                .build());

    assertThat(harness.authorization(harness.provider())).isEqualTo("Bearer token-1");
  }

  @Test
  void bodyOfFiveMegabytes_isNotReadBeyond64KiB() {
    respond("{\"access_token\":\"" + "a".repeat(5_000_000) + "\"}");

    malformed("longer than 64 KiB");
  }

  @Test
  void endlessBody_isNotReadBeyond64KiB() throws Exception {
    try (RawServer endless =
        new RawServer(
            client -> {
              RawServer.head(client, "Content-Type: application/json");
              while (true) {
                RawServer.write(client, " ".repeat(8192));
              }
            })) {
      harness.origin = endless.url();

      malformed("longer than 64 KiB");
    }
  }

  @Test
  void gzipBomb_isNotReadBeyond64KiB() throws Exception {
    Buffer bomb = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(bomb))) {
      for (int i = 0; i < 1_000; i++) {
        sink.writeUtf8(" ".repeat(100_000));
      }
    }
    server.tokens(
        request ->
            new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(bomb.clone())
                .build());

    malformed("longer than 64 KiB");
  }

  @Test
  void deeplyNestedArrays_areMalformed() {
    server.tokens(request -> Replies.json("{\"x\":" + "[".repeat(60_000)));

    malformed("not valid JSON");
  }

  @Test
  void hundredThousandNestedArrays_areTooLong() {
    server.tokens(request -> Replies.json("{\"x\":" + "[".repeat(100_000)));

    malformed("longer than 64 KiB");
  }

  private void respond(String body) {
    server.tokens(request -> Replies.json(body));
  }

  private void malformed(String... texts) {
    assertThat(harness.failure(harness.provider()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContainingAll(texts)
        .hasMessageContaining("It was needed for GET /api/core/v1/projects.");
  }
}
