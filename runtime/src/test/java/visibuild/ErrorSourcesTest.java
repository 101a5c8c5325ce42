package visibuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.UploadServers;

/**
 * An {@link Error} of the program's own code, wherever the runtime calls it, never becomes an
 * exception. Errors of converters have their own test ({@code ErrorTest}).
 */
@Timeout(180)
class ErrorSourcesTest {
  @RegisterExtension final UploadServers servers = new UploadServers();

  private final FakeVisibuild server = servers.server();
  private final Error error = new OutOfMemoryError("a test");

  /** The places at which the runtime calls the program's code in the thread of a call. */
  enum Place {
    SERIALIZER,
    INTERCEPTOR,
    NETWORK_INTERCEPTOR,
    CALL_LISTENER,
    CALL_FACTORY,
    CALL_ADAPTER,
    CLIENT_AUTHORIZER,
    HTTP_LOG,
    UPLOAD_SOURCE,
    UPLOAD_STREAM,
    UPLOAD_PROGRESS,
    STREAM_CONSUMER
  }

  private interface Adapted {
    @GET("api/core/v1/projects/p1")
    Optional<Project> project();
  }

  @ParameterizedTest
  @EnumSource
  void errorOfTheProgram_reachesTheCallerAsItself(Place place) {
    Supplier<?> call = call(place);

    assertThat(catchThrowable(call::get)).isSameAs(error);
  }

  /** It is thrown in a thread of the runtime, and shared; its message may hold the secret. */
  @Test
  void errorOfASecretSupplier_isAnErrorThatNamesItsType() {
    Visibuild visibuild =
        server.open(server.builder(ClientCredentials.of("id", this::fail, Scope.READ)).retries(3));
    Calls calls = visibuild.readAccess().implement(Calls.class);

    assertThat(catchThrowable(() -> ClientCalls.execute(calls.project("p1"))))
        .isExactlyInstanceOf(Error.class)
        .hasMessageStartingWith("The client secret could not be read (java.lang.OutOfMemoryError)")
        .hasMessageNotContaining("a test")
        .hasStackTraceContaining("ErrorSourcesTest");
    assertThat(catchThrowable(() -> ClientCalls.async(calls.project("p1")).get(60, SECONDS)))
        .hasCauseExactlyInstanceOf(Error.class);
    assertThat(catchThrowable(visibuild::checkToken)).isExactlyInstanceOf(Error.class);
  }

  private Supplier<?> call(Place place) {
    return switch (place) {
      case SERIALIZER -> write(builder().objectMapper(mapperThatFails()));
      case INTERCEPTOR ->
          read(
              builder().httpClient(new OkHttpClient.Builder().addInterceptor(c -> fail()).build()));
      case NETWORK_INTERCEPTOR ->
          read(
              builder()
                  .httpClient(
                      new OkHttpClient.Builder().addNetworkInterceptor(c -> fail()).build()));
      case CALL_LISTENER -> read(builder().callListener(event -> fail()));
      case CALL_FACTORY ->
          read(builder().callFactory(client -> (okhttp3.Call.Factory) request -> fail()));
      case CALL_ADAPTER -> adapted();
      case CLIENT_AUTHORIZER ->
          () -> read(builder().clientAuthorizer((client, scope) -> fail())).get();
      case HTTP_LOG -> read(builder().httpLog(HttpLogLevel.BASIC, line -> fail()));
      case UPLOAD_SOURCE -> upload(Upload.of("a.txt", "text/plain", () -> fail()));
      case UPLOAD_STREAM -> upload(Upload.of("a.txt", "text/plain", FailingStream::new));
      case UPLOAD_PROGRESS -> upload(UploadServers.photo().onProgress(sent -> fail()));
      case STREAM_CONSUMER -> {
        Calls calls = server.open(builder()).readAccess().implement(Calls.class);
        server.calls(Replies.page("null", "a"));
        yield () -> {
          ClientCalls.paged(calls::page).stream().forEach(each -> fail());
          return "";
        };
      }
    };
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // Never returns, so no value is cast.
  private <T> T fail() {
    throw error;
  }

  private Visibuild.Builder builder() {
    return servers.builder();
  }

  private Supplier<?> read(Visibuild.Builder builder) {
    Visibuild visibuild = server.open(builder);
    return () -> ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1"));
  }

  private Supplier<?> write(Visibuild.Builder builder) {
    Visibuild visibuild = server.open(builder);
    return () ->
        ClientCalls.execute(
            visibuild.writeAccess().implement(Calls.class).create(new Project("p1", "Tower")));
  }

  private Supplier<?> upload(Upload upload) {
    servers.storageNamed(servers.storage().url("/put").toString());
    WriteAccess access = servers.access();
    return () -> Attachments.upload(access, upload);
  }

  private Supplier<?> adapted() {
    Visibuild visibuild =
        server.open(
            builder()
                .callAdapterFactory(
                    new CallAdapter.Factory() {
                      @Override
                      public CallAdapter<?, ?> get(
                          Type returnType, Annotation[] annotations, Retrofit retrofit) {
                        return getRawType(returnType) == Optional.class
                            ? new FailingAdapter()
                            : null;
                      }
                    }));
    return () -> visibuild.readAccess().implement(Adapted.class).project();
  }

  private ObjectMapper mapperThatFails() {
    return Visibuild.newObjectMapper()
        .registerModule(
            new SimpleModule()
                .addSerializer(
                    Project.class,
                    new JsonSerializer<>() {
                      @Override
                      public void serialize(
                          Project value, JsonGenerator json, SerializerProvider provider) {
                        fail();
                      }
                    }));
  }

  private final class FailingAdapter implements CallAdapter<Project, Object> {
    @Override
    public Type responseType() {
      return Project.class;
    }

    @Override
    public Object adapt(Call<Project> call) {
      return fail();
    }
  }

  private final class FailingStream extends ByteArrayInputStream {
    FailingStream() {
      super("hello".getBytes(UTF_8));
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return fail();
    }
  }
}
