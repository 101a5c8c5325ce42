package visibuild.internal.error;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.InvalidRequestException;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;

/** The reason of an error, in each encoding and form that gateways write. */
class ErrorCharsetTest {
  private static final String TEXT = "{\"message\":\"Größe fehlt\"}";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("application/json", UTF_8, TEXT),
        Arguments.of("application/json", UTF_8, "\ufeff" + TEXT),
        Arguments.of("application/json; charset=utf-8", UTF_8, "\ufeff" + TEXT),
        Arguments.of("application/json; charset=ISO-8859-1", ISO_8859_1, TEXT),
        Arguments.of("application/json; charset=utf-16be", UTF_16BE, TEXT),
        Arguments.of("application/json", UTF_16, TEXT),
        Arguments.of("application/json; charset=klingon", UTF_8, TEXT),
        Arguments.of(";;;", UTF_8, TEXT));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void reasonInThisEncoding_isRead(String type, Charset charset, String text) {
    assertThat(refusal(type, text.getBytes(charset)))
        .hasMessage(
            "GET api/core/v1/projects/{id} failed with status 422 (Gr\u00f6\u00dfe fehlt).");
  }

  @Test
  void tokenInUtf16_isRemoved() {
    InvalidRequestException refusal =
        refusal("text/plain", "You sent token-1, which is wrong.".getBytes(UTF_16));

    assertThat(refusal.body()).isEqualTo("You sent [redacted], which is wrong.");
  }

  @Test
  void reasonOfANestedError_isRead() {
    assertThat(
            refusal(
                "application/json",
                "{\"error\":{\"code\":42,\"message\":\"No title\"}}".getBytes(UTF_8)))
        .hasMessage("GET api/core/v1/projects/{id} failed with status 422 (No title).");
  }

  private InvalidRequestException refusal(String type, byte[] body) {
    Buffer bytes = new Buffer();
    bytes.write(body);
    server.calls(
        new MockResponse.Builder().code(422).setHeader("Content-Type", type).body(bytes).build());
    return catchThrowableOfType(
        InvalidRequestException.class, () -> ClientCalls.execute(server.readCalls().project("p1")));
  }
}
