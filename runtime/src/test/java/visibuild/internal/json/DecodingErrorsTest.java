package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.DecodingException;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Messages about responses that cannot be read: they name the place and quote no value. */
class DecodingErrorsTest {
  private static final String SECRET = "sentinel-signature-4711";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  record Upload(Integer size, Map<String, Integer> headers, Method method) {}

  record Method(String name) {
    Method {
      if (name.length() > 4) {
        throw new IllegalArgumentException("too long");
      }
    }

    @JsonCreator
    static Method of(String name) {
      return new Method(name);
    }
  }

  record Broken(String id) {
    static final Broken FIRST = first();

    private static Broken first() {
      throw new IllegalStateException("the program's mistake");
    }
  }

  record Counts(OptionalInt visits) {}

  interface Uploads {
    @GET("api/core/v1/uploads")
    Call<Upload> upload();

    /** A type of a module that does not open its package. */
    @GET("api/core/v1/version")
    Call<Runtime.Version> version();

    @GET("api/core/v1/counts")
    Call<Counts> counts();

    @GET("api/core/v1/broken")
    Call<Broken> broken();
  }

  /** OkHttp decompresses only what it asked for itself. */
  @Test
  void gzipThatTheProgramAskedFor_isNamed() throws IOException {
    Buffer compressed = new Buffer();
    try (OutputStream gzip = new GZIPOutputStream(compressed.outputStream())) {
      gzip.write("{\"data\":{}}".getBytes(StandardCharsets.UTF_8));
    }
    server.calls(
        new MockResponse.Builder().setHeader("Content-Encoding", "gzip").body(compressed).build());
    Uploads uploads =
        server
            .connect(Scope.READ)
            .readAccess()
            .withOptions(RequestOptions.none().header("Accept-Encoding", "gzip"))
            .implement(Uploads.class);

    assertThatThrownBy(() -> ClientCalls.execute(uploads.upload()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("It begins like gzip data that was not decompressed.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"size\":\"sentinel-signature-4711\"} | $.data.upload.size: what stands there is no Integer",
        "{\"size\":[\"sentinel-signature-4711\"]} | $.data.upload.size: what stands there is no Integer",
        "{\"size\":99999999999} | $.data.upload.size: what stands there is no int",
        "{\"headers\":{\"sentinel-signature-4711: it\":{}}} | $.data.upload.headers.(a member): what stands",
        "{\"headers\":\"sentinel-signature-4711\"} | $.data.upload.headers: what stands there is no",
        "{\"method\":\"sentinel-signature-4711\"} | $.data.upload.method: the constructor of Method refused it",
        "\"sentinel-signature-4711\" | $.data.upload: what stands there is no Upload"
      })
  void thePlaceAndTheTypeAreSaidAndTheValueIsNot(String upload, String message) {
    DecodingException failure = failure("{\"data\":{\"upload\":" + upload + "}}");

    assertThat(failure).hasMessageStartingWith("GET api/core/v1/uploads: " + message);
    assertThat(printed(failure)).doesNotContain(SECRET);
  }

  @Test
  void thePlaceAndTheMethodAreThereForAProgramToo() {
    DecodingException failure = failure("{\"data\":{\"upload\":{\"size\":\"x\"}}}");

    assertThat(failure.jsonPath()).contains("$.data.upload.size");
    assertThat(failure.method()).contains("Uploads.upload");
    assertThat(failure).hasMessageEndingWith(" [Uploads.upload]");
  }

  @Test
  void aModuleThatDoesNotOpenItsRecordsGetsTheDirectiveToWrite() {
    assertThat(ModuleOpens.hint(Runtime.Version.class))
        .isEqualTo("; write \"opens java.lang;\" in the module-info.java of java.base");
  }

  @Test
  void aTypeOfTheJdkGetsNoDirective() {
    server.calls(Replies.json("{\"data\":{\"version\":{\"feature\":17}}}"));

    assertThat(
            catchThrowableOfType(
                DecodingException.class, () -> ClientCalls.execute(uploads().version())))
        .hasMessageContaining(
            "no value of Version can be made from JSON; declare another type, or pass an"
                + " ObjectMapper with a module for it to objectMapper(...)");
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.OptionalInt, a @Nullable Integer",
    "java.util.OptionalLong, a @Nullable Long",
    "java.util.OptionalDouble, a @Nullable Double",
    "java.util.Optional, its own type with @Nullable"
  })
  void anOptionalGetsTheTypeToDeclareInstead(Class<?> type, String instead) {
    assertThat(TypeAdvice.of(type)).startsWith("; declare it as " + instead + ", or pass");
  }

  @Test
  void anOptionalMemberGetsTheTypeToDeclareInstead() {
    server.calls(Replies.json("{\"data\":{\"counts\":{\"visits\":1}}}"));

    assertThatThrownBy(() -> ClientCalls.execute(uploads().counts()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining(
            "no value of OptionalInt can be made from JSON; declare it as a @Nullable Integer, or"
                + " pass an ObjectMapper with Jackson's Jdk8Module to objectMapper(...)");
  }

  @Test
  void textThatIsNoJsonIsNotRepeated() {
    DecodingException failure = failure(SECRET);

    assertThat(failure)
        .hasMessageStartingWith(
            "GET api/core/v1/uploads: The response cannot be read: it is not valid JSON")
        .hasMessageContaining("line 1");
    assertThat(printed(failure)).doesNotContain(SECRET);
  }

  @Test
  void anExceptionOfTheProgramsOwnIsTheCause() {
    assertThat(failure("{\"data\":{\"upload\":{\"method\":\"GETTING\"}}}"))
        .hasCause(new IllegalArgumentException("too long"));
  }

  @Test
  void typeThatCannotBeLoaded_failsTheCallWithTheError() {
    server.calls(Replies.json("{\"data\":{\"broken\":{\"id\":\"b\"}}}"));

    assertThatThrownBy(() -> ClientCalls.execute(uploads().broken()))
        .isInstanceOf(LinkageError.class);
  }

  @Test
  void typeThatCannotBeLoaded_failsTheFutureWithTheError() {
    server.calls(Replies.json("{\"data\":{\"broken\":{\"id\":\"b\"}}}"));

    assertThat(
            catchThrowableOfType(
                ExecutionException.class,
                () -> ClientCalls.async(uploads().broken()).get(60, TimeUnit.SECONDS)))
        .hasCauseInstanceOf(LinkageError.class);
  }

  private DecodingException failure(String body) {
    server.calls(Replies.json(body));
    return catchThrowableOfType(
        DecodingException.class, () -> ClientCalls.execute(uploads().upload()));
  }

  private Uploads uploads() {
    return server.connect(Scope.READ).readAccess().implement(Uploads.class);
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
