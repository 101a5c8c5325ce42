package visibuild.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.HeaderMap;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Url;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.HostileText;
import visibuild.fixture.Texts;

/** Arguments that OkHttp or Retrofit refuses, with messages that repeat them. */
class ArgumentErrorsTest {
  private static final String SENTINEL = "sentinel-4711";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Odd {
    @GET("api/core/v1/x")
    Call<ResponseBody> header(@Header("X-Api-Key") String key);

    @GET("api/core/v1/x")
    Call<ResponseBody> headers(@HeaderMap Map<String, String> headers);

    @GET("api/core/v1/x")
    Call<ResponseBody> query(@QueryMap Map<String, String> query);

    @GET("api/core/v1/x/{id}")
    Call<ResponseBody> path(@Path("id") String id);

    @GET
    Call<ResponseBody> at(@Url String url);

    @GET("api/core/v1/x")
    CompletableFuture<ResponseBody> future(@Header("X-Api-Key") String key);
  }

  /** A call with an argument that is refused, and a part of the message. */
  record Refused(String part, Function<Odd, Call<ResponseBody>> call) {
    @Override
    public String toString() {
      return part;
    }
  }

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused(
            "The value of the header X-Api-Key has the character 0x0a at index 13, which no header",
            odd -> odd.header(SENTINEL + "\n")),
        new Refused(
            "The value of the header X-Api-Key has the character 0xe9 at index 0",
            odd -> odd.header("\u00e9" + SENTINEL)),
        new Refused(
            "The value of the header X-Key has the character 0x1b at index 0",
            odd -> odd.headers(Map.of("X-Key", "\u001b" + SENTINEL))),
        new Refused("header name", odd -> odd.headers(Map.of("X\n", "a"))),
        new Refused("Query map contained null value", odd -> odd.query(withNull())),
        new Refused("\"id\" value must not be null", odd -> odd.path(null)),
        new Refused("path traversal", odd -> odd.path("..")),
        new Refused(
            "The argument of @Url is no URL that fits the base URL http://",
            odd -> odd.at("http://h:port/?sig=" + SENTINEL + "\n")));
  }

  private static Map<String, String> withNull() {
    Map<String, String> map = new HashMap<>();
    map.put("a", null);
    return map;
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedArgument_isExplainedInOneLineWithoutIt(Refused argument) {
    Odd odd = server.connect(Scope.READ).readAccess().implement(Odd.class);
    CompletableFuture<ResponseBody> future = ClientCalls.async(argument.call().apply(odd));

    for (Throwable failure :
        List.of(
            catchThrowable(() -> ClientCalls.execute(argument.call().apply(odd))),
            catchThrowable(() -> argument.call().apply(odd).execute()),
            catchThrowable(() -> argument.call().apply(odd).request()),
            catchThrowable(() -> argument.call().apply(odd).clone().timeout()),
            catchThrowable(future::get).getCause())) {
      assertThat(failure)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(argument.part());
      assertThat(HostileText.unsafe(String.valueOf(failure.getMessage()))).isEmpty();
      assertThat(Texts.of(failure)).doesNotContain(SENTINEL);
    }
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void futureOfAHandWrittenInterface_hidesTheArgumentToo() {
    Odd odd = server.connect(Scope.READ).readAccess().implement(Odd.class);

    Throwable failure = catchThrowable(() -> odd.future(SENTINEL + "\n").get());

    assertThat(failure)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(Texts.of(failure)).doesNotContain(SENTINEL);
  }

  /** The program may look for its own exceptions, and wrote their messages. */
  @Test
  void exceptionOfTheProgram_staysItself() {
    IllegalArgumentException own = new IllegalArgumentException("a\nb");

    assertThat(ArgumentErrors.clean(own)).isSameAs(own);
  }
}
