package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.jakewharton.retrofit2.adapter.reactor.ReactorCallAdapterFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.CallAdapter;
import retrofit2.adapter.guava.GuavaCallAdapterFactory;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/**
 * The program in {@code src/test/resources/adapters}: its client's methods return what the call
 * adapters of several libraries make, and of a type that only the processor's option names.
 */
@Tag("slow")
class CallAdaptersTest {
  private static final String SITE = "{\"data\":{\"site\":{\"id\":\"s1\"}}}";
  private static final String OPTION = "-Avisibuild.callAdapterTypes=program.Later,api.Later";

  private static ClassLoader classes;

  private final MockWebServer server = new MockWebServer();
  private final List<RecordedRequest> calls = new CopyOnWriteArrayList<>();
  private volatile MockResponse reply = json(200, SITE);
  private volatile boolean grantsWrites = true;

  @BeforeAll
  static void compile() {
    classes =
        new CompiledClasses(
            compile(
                Stream.of("AdaptedApi", "Later", "Program", "Site")
                    .map(name -> JavaFileObjects.forResource("adapters/program/" + name + ".java"))
                    .toList()));
  }

  private static Compilation compile(List<JavaFileObject> sources) {
    List<String> options = new ArrayList<>(Compiling.WITH_PROCESSORS);
    options.add(OPTION);
    return Compiler.javac()
        .withOptions(options)
        .withProcessors(new VisibuildProcessor())
        .compile(sources);
  }

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return reply(request);
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono", "flux", "guava", "rxJava", "later"})
  void eachCallCarriesTheNarrowestToken(String shape) throws Exception {
    try (Visibuild visibuild = connect(true)) {
      assertThat(outcome(visibuild, shape)).isEqualTo("s1");
      assertThat(outcome(visibuild, shape + "OfWrite")).isEqualTo("s1");
    }
    assertThat(calls)
        .extracting(RecordedRequest::getMethod, CallAdaptersTest::authorizationOf)
        .containsExactly(tuple("GET", "Bearer to-read"), tuple("POST", "Bearer to-write"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono", "flux", "guava", "rxJava", "later"})
  void eachFailureIsOurs(String shape) throws Exception {
    try (Visibuild visibuild = connect(true)) {
      reply = json(404, "");
      assertThat(outcome(visibuild, shape)).isEqualTo("NotFoundException");
      reply = json(403, "");
      assertThat(outcome(visibuild, shape)).isEqualTo("ForbiddenException");
      reply = json(200, "{}");
      assertThat(outcome(visibuild, shape)).isEqualTo("DecodingException");
      reply = new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      assertThat(outcome(visibuild, shape)).isEqualTo("ConnectionException");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono", "flux", "guava", "rxJava"})
  void aResponseReportsItsStatusInsteadOfFailing(String shape) throws Exception {
    try (Visibuild visibuild = connect(true)) {
      assertThat(outcome(visibuild, shape + "OfResponse")).isEqualTo("200 s1");
      reply = json(404, "");
      assertThat(outcome(visibuild, shape + "OfResponse")).isEqualTo("404");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono", "flux", "guava", "rxJava", "later"})
  void aWriteThatIsNotGrantedIsNotSent(String shape) throws Exception {
    grantsWrites = false;
    try (Visibuild visibuild = connect(true)) {
      assertThat(outcome(visibuild, shape + "OfWrite")).isEqualTo("ScopeNotGrantedException");
    }
    assertThat(calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reactor.core.publisher.Mono",
        "reactor.core.publisher.Flux",
        "com.google.common.util.concurrent.ListenableFuture",
        "io.reactivex.rxjava3.core.Single",
        "Later"
      })
  void aWriteInAnInterfaceThatReadsIsRefused(String type) {
    Compilation compilation =
        compile(
            List.of(
                Compiling.source("Later", "interface Later<T> {}"),
                Compiling.source(
                    "Api",
                    """
                    @VisibuildApi(scope = Scope.READ)
                    interface Api { @POST("x") %s<String> write(); }
                    """
                        .formatted(type))));

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT).replaceFirst("(?s)].*", "]"))
        .containsExactly("[visibuild/write-in-read-api]");
  }

  @ParameterizedTest
  @CsvSource({
    "mono, ReactorCallAdapterFactory.create() from com.jakewharton.retrofit:retrofit2-reactor-adapter",
    "flux, ReactorCallAdapterFactory.create() from com.jakewharton.retrofit:retrofit2-reactor-adapter",
    "guava, GuavaCallAdapterFactory.create() from com.squareup.retrofit2:adapter-guava",
    "rxJava, RxJava3CallAdapterFactory.create() from com.squareup.retrofit2:adapter-rxjava3",
    "later, ... with a CallAdapter.Factory for this type"
  })
  void anAdapterThatWasNotAddedIsAskedForInWords(String shape, String what) {
    try (Visibuild visibuild = connect(false)) {
      assertThatThrownBy(() -> shapes(visibuild).get(shape).call())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith(
              ".callAdapterFactory(" + what.replaceFirst(" (from|with) ", "), $1 ") + ".");
    }
  }

  private static String outcome(Visibuild visibuild, String shape) throws Exception {
    try {
      return shapes(visibuild).get(shape).call();
    } catch (ExecutionException e) {
      return e.getCause().getClass().getSimpleName();
    } catch (VisibuildException e) {
      return e.getClass().getSimpleName();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Callable<String>> shapes(Visibuild visibuild) {
    return ((Function<Visibuild, Map<String, Callable<String>>>) make("program.Program"))
        .apply(visibuild);
  }

  private static Object make(String name) {
    try {
      var constructor = classes.loadClass(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Visibuild connect(boolean withAdapters) {
    Visibuild.Builder builder =
        Visibuild.builder()
            .baseUrl("http://" + server.getHostName() + ":" + server.getPort())
            .credential(ClientCredentials.of("id", "secret", Scope.READ_WRITE))
            .retries(0);
    if (withAdapters) {
      builder
          .callAdapterFactory(ReactorCallAdapterFactory.create())
          .callAdapterFactory(GuavaCallAdapterFactory.create())
          .callAdapterFactory(RxJava3CallAdapterFactory.create())
          .callAdapterFactory((CallAdapter.Factory) make("program.Later$Factory"));
    }
    return builder.build();
  }

  private MockResponse reply(RecordedRequest request) {
    if (!request.getTarget().endsWith("/token")) {
      calls.add(request);
      return reply;
    }
    boolean write = grantsWrites && request.getBody().utf8().contains("write");
    return json(
        200,
        "{\"access_token\":\"to-%s\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"%s\"}"
            .formatted(write ? "write" : "read", write ? "read write" : "read"));
  }

  private static String authorizationOf(RecordedRequest request) {
    return request.getHeaders().get("Authorization");
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }
}
