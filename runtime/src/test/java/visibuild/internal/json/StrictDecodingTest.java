package visibuild.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.ClientCredentials;
import visibuild.DataKey;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Values that Jackson would change or drop silently. */
@Tag("slow")
class StrictDecodingTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  record Counts(int n, long m, @Nullable Integer boxed, @Nullable List<Integer> all) {}

  interface Wire {
    @GET("counts")
    Call<Counts> counts();

    @DataKey("counts")
    @GET("counts")
    Call<Counts> countsByKey();

    @GET("counts")
    Call<Page<Counts>> page();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\":1.9,\"m\":1}",
        "{\"n\":1.0,\"m\":1}",
        "{\"n\":1,\"m\":1.9}",
        "{\"n\":1e3,\"m\":2}",
        "{\"n\":1,\"m\":2,\"boxed\":0.5}",
        "{\"n\":1,\"m\":2,\"all\":[1.5]}"
      })
  void fractionForAWholeNumber_isRefused(String counts) {
    server.calls(Replies.json("{\"data\":{\"counts\":%s}}".formatted(counts)));

    assertThatThrownBy(() -> ClientCalls.execute(wire().counts()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("$.data.counts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2}},\"data\":{\"counts\":{\"n\":3,\"m\":4}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2},\"counts\":{\"n\":3,\"m\":4}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"n\":2,\"m\":2}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2,\"x\":1,\"x\":2}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2}},\"pagination\":null,\"pagination\":null}"
      })
  void memberThatOccursTwice_isRefused(String body) {
    server.calls(Replies.json(body));

    assertThatThrownBy(() -> ClientCalls.execute(wire().countsByKey()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("a member occurs twice");
  }

  @Test
  void cursorThatOccursTwice_isRefused() {
    server.calls(
        Replies.json("{\"data\":{\"counts\":[]},\"pagination\":{\"next\":\"a\",\"next\":null}}"));

    assertThatThrownBy(() -> ClientCalls.execute(wire().page()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void sameMemberInDifferentObjects_isRead() {
    server.calls(Replies.json("{\"n\":0,\"data\":{\"counts\":{\"n\":1,\"m\":2,\"x\":{\"n\":1}}}}"));

    assertThat(ClientCalls.execute(wire().counts()).n()).isEqualTo(1);
  }

  private Wire wire() {
    return server.connect(Scope.READ).readAccess().implement(Wire.class);
  }

  record Scalars(
      @Nullable Double d,
      @Nullable Float f,
      @Nullable Byte b,
      @Nullable Boolean is,
      @Nullable Character c,
      @Nullable Scalars child) {}

  static final class Numbers {
    public double[] all = {};
  }

  record Primitives(int n, long l, double d, boolean is) {}

  interface ScalarWire {
    @GET("scalars")
    Call<Scalars> scalars();

    @GET("scalars")
    Call<Primitives> primitives();

    @GET("scalars")
    Call<Numbers> numbers();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"d\":1e400",
        "\"d\":-1e400",
        "\"d\":\"NaN\"",
        "\"d\":\"Infinity\"",
        "\"d\":\"\"",
        "\"f\":1e300",
        "\"b\":200",
        "\"b\":-129",
        "\"is\":2",
        "\"is\":1",
        "\"is\":\"\"",
        "\"c\":65",
        "\"child\":{\"child\":{\"d\":1e400}}"
      })
  void valueThatJavaCannotHold_isRefused(String member) {
    server.calls(Replies.json("{\"data\":{\"scalars\":{" + member + "}}}"));

    assertThatThrownBy(() -> ClientCalls.execute(scalars().scalars()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("$.data.scalars.")
        .hasMessageContaining("what stands there is no ");
  }

  @Test
  void elementThatJavaCannotHold_isRefused() {
    server.calls(Replies.json("{\"data\":{\"scalars\":{\"all\":[1e308]}}}"));
    assertThat(ClientCalls.execute(scalars().numbers()).all).containsExactly(1e308);

    server.calls(Replies.json("{\"data\":{\"scalars\":{\"all\":[1,1e400]}}}"));
    assertThatThrownBy(() -> ClientCalls.execute(scalars().numbers()))
        .isInstanceOf(DecodingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\":\"\",\"l\":1,\"d\":1,\"is\":true}",
        "{\"n\":\" \",\"l\":1,\"d\":1,\"is\":true}",
        "{\"n\":\"null\",\"l\":1,\"d\":1,\"is\":true}",
        "{\"n\":1,\"l\":\"\",\"d\":1,\"is\":true}",
        "{\"n\":1,\"l\":1,\"d\":\"null\",\"is\":true}",
        "{\"n\":1,\"l\":1,\"d\":1,\"is\":\"\"}",
        "{\"n\":1,\"l\":1,\"d\":1,\"is\":\"null\"}",
        "{\"n\":true,\"l\":1,\"d\":1,\"is\":true}",
        "{\"n\":1,\"l\":1e999999999,\"d\":1,\"is\":true}"
      })
  void textThatIsNoValueOfAPrimitive_isNotReadAsZero(String primitives) {
    server.calls(Replies.json("{\"data\":{\"scalars\":" + primitives + "}}"));

    assertThatThrownBy(() -> ClientCalls.execute(scalars().primitives()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("what stands there is no ");
  }

  @Test
  void valuesWithinTheirTypes_areRead() {
    server.calls(
        Replies.json(
            "{\"data\":{\"scalars\":{\"d\":1e300,\"f\":\"1.5\",\"b\":-128,\"is\":\"true\",\"c\":\"x\"}}}"));

    Scalars read = ClientCalls.execute(scalars().scalars());

    assertThat(read.d()).isEqualTo(1e300);
    assertThat(read.f()).isEqualTo(1.5f);
    assertThat(read.b()).isEqualTo(Byte.MIN_VALUE);
    assertThat(read.is()).isTrue();
    assertThat(read.c()).isEqualTo('x');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2}}}{\"data\":{\"counts\":{\"n\":1,\"m\":2}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2}}} x",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2}}}\0",
        "{\"data\":{\"counts\":{\"n\":01,\"m\":2}}}",
        "{\"data\":{\"counts\":{\"n\":NaN,\"m\":2}}}",
        "/* x */{\"data\":{\"counts\":{\"n\":1,\"m\":2}}}"
      })
  void textAroundOrBesideJson_isRefused(String body) {
    server.calls(Replies.json(body));

    assertThatThrownBy(() -> ClientCalls.execute(wire().counts()))
        .isInstanceOf(DecodingException.class);
  }

  static List<byte[]> undecodableTexts() {
    return List.of(
        new byte[] {0, 0, 0, '{', 0x7f, -1, -1, -1, 0, 0, 0, '}'},
        new byte[] {0, 0, 0, '{', 0, 0, 0},
        new byte[] {0, 0, -1, -2, 0, 0, 0, '{'},
        "{\"data\":{\"counts\":\"\u00e9\"}}".getBytes(ISO_8859_1));
  }

  /** A body that arrived whole is not read again. */
  @ParameterizedTest
  @MethodSource("undecodableTexts")
  void bytesInNoEncodingOfJson_areADecodingFailureAtOnce(byte[] body) {
    server.calls(new MockResponse.Builder().code(200).body(new Buffer().write(body)).build());
    Wire calls =
        server
            .open(server.builder(ClientCredentials.of("an-id", "a-secret", Scope.READ)).retries(2))
            .readAccess()
            .implement(Wire.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.counts()))
        .isInstanceOf(DecodingException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"child\":", "{\"unknown\":["})
  void deepNesting_isADecodingFailure(String opening) {
    server.calls(
        Replies.json("{\"data\":{\"scalars\":{\"child\":{\"x\":" + opening.repeat(10_000)));
    ScalarWire calls = scalars();

    assertThatThrownBy(() -> ClientCalls.execute(calls.scalars()))
        .isInstanceOf(DecodingException.class);

    server.calls(Replies.json("{\"data\":{\"scalars\":" + opening.repeat(10_000)));

    assertThatThrownBy(() -> ClientCalls.execute(calls.scalars()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void numberAndNameOfHugeLength_areADecodingFailure() {
    for (String counts :
        List.of("{\"n\":" + "9".repeat(100_000) + "}", "{\"" + "n".repeat(100_000) + "\":1}")) {
      server.calls(Replies.json("{\"data\":{\"counts\":" + counts + "}}"));

      assertThatThrownBy(() -> ClientCalls.execute(wire().counts()))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("is too long");
    }
  }

  private ScalarWire scalars() {
    return server.connect(Scope.READ).readAccess().implement(ScalarWire.class);
  }
}
