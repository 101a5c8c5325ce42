package visibuild.internal.adapter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;

/**
 * An {@link Error} reaches the caller as itself, wherever it is thrown and however it is awaited.
 */
@Tag("slow")
@Timeout(180)
// Jackson creates the classes that throw, so the error can only be handed to them statically.
@SuppressWarnings({"StaticAssignmentOfThrowable", "DoNotCallSuggester"})
class ErrorTest {
  private static volatile Error error = new OutOfMemoryError("a test");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  static Stream<Error> errors() {
    return Stream.of(
        new OutOfMemoryError("a test"),
        new StackOverflowError("a test"),
        new NoClassDefFoundError("a test"),
        new ExceptionInInitializerError("a test"),
        new AssertionError("a test"),
        new InternalError("a test"));
  }

  record FromConstructor(String id) {
    FromConstructor {
      throw error;
    }
  }

  @JsonDeserialize(using = ThrowingDeserializer.class)
  record FromDeserializer(String id) {}

  static final class FromSetter {
    public void setId(String id) {
      throw error;
    }
  }

  static final class ThrowingDeserializer extends JsonDeserializer<FromDeserializer> {
    @Override
    public FromDeserializer deserialize(JsonParser json, DeserializationContext context) {
      throw error;
    }
  }

  interface Throwing {
    @GET("api/core/v1/projects/p1")
    Call<FromConstructor> constructor();

    @GET("api/core/v1/projects/p1")
    Call<FromDeserializer> deserializer();

    @GET("api/core/v1/projects/p1")
    Call<FromSetter> setter();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorOfAConverter_staysItself(Error thrown) {
    error = thrown;
    Throwing calls = server.connect(Scope.READ).readAccess().implement(Throwing.class);

    assertStays(thrown, calls::constructor);
    assertStays(thrown, calls::deserializer);
    assertStays(thrown, calls::setter);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorOfAnInterceptor_staysItself(Error thrown) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw thrown;
                })
            .build();
    Calls calls =
        server
            .open(server.builder(ClientCredentials.of("id", "s", Scope.READ)).httpClient(http))
            .readAccess()
            .implement(Calls.class);

    assertStays(thrown, () -> calls.project("p1"));
  }

  private static <T> void assertStays(Error thrown, Supplier<T> call) {
    assertThatThrownBy(() -> ClientCalls.execute(call.get())).isSameAs(thrown);
    assertThatThrownBy(() -> ClientCalls.async(call.get()).get(60, SECONDS)).hasCause(thrown);
  }

  private interface Supplier<T> {
    Call<T> get();
  }
}
