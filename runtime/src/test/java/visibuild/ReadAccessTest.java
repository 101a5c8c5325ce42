package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.CompiledSources;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SearchApi;
import visibuild.fixture.SearchApiClient;
import visibuild.internal.error.SkipAuthentication;

/** A read access cannot write: with no credential, by no interface. The server is the witness. */
class ReadAccessTest {
  private static final int INTERFACES = 150;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String TOKEN = "legacy-sentinel-token";
  private static final Project PROJECT = new Project("p1", null);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @TempDir static Path folder;
  private static final Set<String> NAMES = new LinkedHashSet<>();

  /** Interfaces that extend or are a {@code VisibuildApi}. */
  interface OwnApi extends SearchApi {}

  @VisibuildApi(scope = Scope.READ)
  interface NestedApi {}

  @BeforeAll
  static void compileRandomInterfaces() throws IOException {
    Random random = new Random(4711);
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < INTERFACES; i++) {
      sources.put("random.Generated" + i, source(random, "Generated" + i));
    }
    CompiledSources.compile(sources, folder, List.of());
    NAMES.addAll(sources.keySet());
  }

  static List<Credential> credentials() {
    return List.of(
        ClientCredentials.of("id", "secret", Scope.READ),
        ClientCredentials.of("id", "secret", Scope.READ_WRITE),
        ClientCredentials.of("id", "secret", Scope.READ_WRITE).withoutNarrowing(),
        LegacyToken.of(TOKEN, Scope.READ),
        LegacyToken.of(TOKEN, Scope.READ_WRITE));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("credentials")
  void randomInterface_neverWrites(Credential credential) throws Exception {
    server.calls(request -> Replies.json("{\"data\":{\"projects\":[]}}"));
    Visibuild visibuild = server.open(server.builder(credential));
    List<Throwable> failures = new ArrayList<>();

    try (URLClassLoader loader = CompiledSources.load(folder)) {
      for (String name : NAMES) {
        Class<?> outer = loader.loadClass(name);
        Class<?> calls = outer.isInterface() ? outer : outer.getDeclaredClasses()[0];
        for (Object client : implementations(visibuild, calls)) {
          call(client, calls, failures);
        }
      }
    }

    assertThat(server.calls()).hasSizeGreaterThan(INTERFACES / 4).allSatisfy(this::onlyReads);
    assertThat(failures).hasSizeGreaterThan(INTERFACES / 4);
  }

  private static List<Object> implementations(Visibuild visibuild, Class<?> calls) {
    List<Object> clients = new ArrayList<>();
    clients.add(visibuild.readAccess().implement(calls));
    clients.add(visibuild.readAccess().implement(calls, Scope.READ));
    if (visibuild.scope() == Scope.READ_WRITE) {
      clients.add(visibuild.writeAccess().implement(calls, Scope.READ));
    }
    return clients;
  }

  private void onlyReads(RecordedRequest request) {
    boolean declared =
        request.getMethod().equals("POST")
            && request.getUrl().encodedPath().equals("/api/core/v1/projects/search");
    assertThat(SAFE.contains(request.getMethod()) || declared).as("%s", request).isTrue();
    assertThat(request.getHeaders().names().stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotContain("x-http-method-override", "x-http-method", "x-method-override");
    assertThat(request.getUrl().queryParameterNames()).doesNotContain("_method");
  }

  private static void call(Object client, Class<?> calls, List<Throwable> failures)
      throws Exception {
    for (Method method : calls.getMethods()) {
      Object[] arguments = new Object[method.getParameterCount()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = argument(method.getParameterTypes()[i]);
      }
      method.setAccessible(true);
      try {
        Object result = method.invoke(client, arguments);
        if (result instanceof Call<?> call) {
          call.execute();
        } else if (result instanceof CompletableFuture<?> future) {
          future.get();
        }
      } catch (ExecutionException | ReflectiveOperationException e) {
        failures.add(e.getCause());
      } catch (VisibuildException | IllegalArgumentException e) {
        failures.add(e);
      }
    }
  }

  private static Object argument(Class<?> type) {
    if (type == Scope.class) {
      return Scope.READ;
    } else if (type == RequestOptions.class) {
      return RequestOptions.none().idempotent();
    } else if (type == SkipAuthentication.class) {
      return SkipAuthentication.INSTANCE;
    } else if (type == RequestBody.class) {
      return RequestBody.create("{}", MediaType.get("application/json"));
    } else if (type == Map.class) {
      return Map.of("X-HTTP-Method-Override", "DELETE");
    }
    return "DELETE";
  }

  /** An interface with a method of a random verb, scope, tags and parameters. */
  private static String source(Random random, String name) {
    String verb = pick(random, "GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "HTTP");
    String path =
        pick(random, "api/core/v1/projects/search", "api/core/v1/projects", "oauth/revoke");
    boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(verb);
    String custom = pick(random, "POST", "post", "DELETE", "ARCHIVE", "LOCK", "get", "GET", "Put");
    boolean form = hasBody && random.nextInt(4) == 0;
    List<String> parameters = new ArrayList<>();
    if (form) {
      parameters.add("@Field(\"%s\") String field".formatted(pick(random, "_method", "name")));
    } else if (hasBody) {
      parameters.add("@Body okhttp3.RequestBody body");
    }
    maybe(random, parameters, "@Tag visibuild.Scope scope");
    maybe(random, parameters, "@Tag visibuild.RequestOptions options");
    maybe(random, parameters, "@Tag visibuild.internal.error.SkipAuthentication skip");
    switch (random.nextInt(12)) {
      case 0 -> parameters.add("@Header(\"X-HTTP-Method-Override\") String override");
      case 1 -> parameters.add("@Header(\"x-method-override\") String override");
      case 2 -> parameters.add("@HeaderMap Map<String, String> headers");
      case 3 -> parameters.add("@Query(\"_method\") String override");
      default -> {}
    }
    String annotation =
        verb.equals("HTTP")
            ? "@HTTP(method = \"%s\", path = \"%s\")".formatted(custom, path)
            : "@%s(\"%s\")".formatted(verb, path);
    String scope =
        pick(
            random,
            "",
            "@visibuild.RequiresScope(visibuild.Scope.READ)",
            "@visibuild.RequiresScope(visibuild.Scope.READ_WRITE)");
    String headers = random.nextInt(10) == 0 ? "@Headers(\"X-HTTP-Method: PUT\")" : "";
    String returned =
        pick(random, "Call<Void>", verb.equals("HEAD") ? "Call<Void>" : "CompletableFuture<Void>");
    String method =
        "%s %s %s %s %s call(%s);"
            .formatted(
                scope,
                headers,
                form ? "@FormUrlEncoded" : "",
                annotation,
                returned,
                String.join(", ", parameters));
    String imports =
        "package random; import java.util.*; import java.util.concurrent.*; import retrofit2.*;"
            + " import retrofit2.http.*; ";
    return random.nextInt(3) == 0
        ? imports
            + """
            public class %s implements visibuild.fixture.SearchApi {
              @visibuild.call.CallsOf(visibuild.fixture.SearchApi.class)
              public interface Calls { %s }
              public List<visibuild.fixture.Project> search(visibuild.fixture.Project like) {
                return List.of();
              }
              public List<visibuild.fixture.Project> touch() { return List.of(); }
            }
            """
                .formatted(name, method)
        : imports + "public interface %s { %s }".formatted(name, method);
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static void maybe(Random random, List<String> parameters, String parameter) {
    if (random.nextInt(3) == 0) {
      parameters.add(parameter);
    }
  }

  @Test
  void undeclaredPostOfAClient_isRefusedBeforeAnyRequest() {
    SearchApiClient.Calls calls =
        server.connect(Scope.READ_WRITE).readAccess().implement(SearchApiClient.Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.undeclared(PROJECT)))
        .isInstanceOf(InsufficientScopeException.class);
    assertThatThrownBy(() -> ClientCalls.execute(calls.touch()))
        .isInstanceOf(InsufficientScopeException.class);
    assertThat(server.calls()).isEmpty();
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void statedScope_isEnforcedForAWriteAccess() {
    Calls calls = server.connect(Scope.READ_WRITE).writeAccess().implement(Calls.class, Scope.READ);

    assertThatThrownBy(() -> ClientCalls.execute(calls.create(PROJECT)))
        .isInstanceOf(InsufficientScopeException.class);
    assertThat(server.calls()).isEmpty();
    assertThat(ClientCalls.execute(calls.project("p1")).id()).isEqualTo("p1");
  }

  /** The reason to pass {@link Visibuild#readAccess()} to code that must not write. */
  @Test
  void writeAccessInAVariableOfTypeReadAccess_stillWrites() {
    ReadAccess access = server.connect(Scope.READ_WRITE).writeAccess();

    assertThat(ClientCalls.execute(access.implement(Calls.class).create(PROJECT)).id())
        .isEqualTo("p1");
  }

  @Test
  void api_isRefusedWithTheNameOfItsClient() {
    ReadAccess access = server.connect(Scope.READ).readAccess();

    assertThatThrownBy(() -> access.implement(SearchApi.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "visibuild.fixture.SearchApi is a @VisibuildApi interface; use"
                + " SearchApiClient.create(access), the client that the annotation processor"
                + " generates.");
    assertThatThrownBy(() -> access.implement(OwnApi.class))
        .hasMessageContaining(
            "ReadAccessTest$OwnApi extends visibuild.fixture.SearchApi, a @VisibuildApi interface;"
                + " use SearchApiClient.create(access)");
    assertThatThrownBy(() -> access.implement(SearchApiClient.class))
        .hasMessageContaining("use SearchApiClient.create(access)");
    assertThatThrownBy(() -> access.implement(NestedApi.class, Scope.READ))
        .hasMessageContaining("use ReadAccessTest_NestedApiClient.create(access)");
    assertThat(access).extracting(Object::toString).asString().doesNotContain("secret");
  }

  /** Types that Retrofit cannot implement. */
  @Test
  void typeThatIsNoInterfaceOfMethods_isRefusedAndNotListed() {
    Visibuild visibuild = server.connect(Scope.READ);
    ReadAccess access = visibuild.readAccess();

    assertThatThrownBy(() -> access.implement(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.String is not an interface; give an interface of Retrofit methods.");
    assertThatThrownBy(() -> access.implement(Generic.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Generic");
    assertThat(visibuild.clients()).isEmpty();
  }

  interface Generic<T> {
    @GET("api/core/v1/projects")
    Call<T> all();
  }

  interface Hidden {
    @GET("api/core/v1/projects/p1")
    Call<Project> project();
  }

  interface HiddenWithDefault extends Hidden {
    default String id() {
      return ClientCalls.execute(project()).id();
    }
  }

  /** With methods that are not Retrofit's. */
  @SuppressWarnings("ExposedPrivateType") // Retrofit implements private interfaces too.
  public interface WithOtherMethods extends Hidden {
    /** Returns the id with a suffix. */
    default String id() {
      return ClientCalls.execute(project()).id() + suffix();
    }

    /** Returns a suffix. */
    static String suffix() {
      return "!";
    }
  }

  @Test
  void interfaceWithDefaultAndStaticMethods_isImplementedIfRetrofitCanCallThem() {
    ReadAccess access = server.connect(Scope.READ).readAccess();
    RequestOptions options = RequestOptions.none().header("X-Test", "1");

    assertThat(ClientCalls.execute(access.implement(Hidden.class).project()).id()).isEqualTo("p1");
    assertThat(access.withOptions(options).implement(WithOtherMethods.class).id()).isEqualTo("p1!");
    assertThat(server.calls().get(1).getHeaders().get("X-Test")).isEqualTo("1");
    assertThatThrownBy(() -> access.implement(HiddenWithDefault.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Retrofit cannot call the default method id of visibuild.")
        .hasMessageContaining("Make the interface public");
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void responseThatTheProgramSees_hasNoToken(Credential credential) throws Exception {
    server.calls(Replies.redirect(302, "/api/core/v1/projects/p2"), Replies.json(Replies.PROJECT));
    Calls calls = server.open(server.builder(credential)).readAccess().implement(Calls.class);

    Response response = calls.project("p1").execute().raw();

    assertThat(response.priorResponse()).isNotNull();
    assertThat(response.networkResponse()).isNotNull();
    assertHasNoToken(response);
    assertThat(server.authorizations()).hasSize(2).allMatch(each -> each.startsWith("Bearer "));
  }

  @Test
  void errorResponseThatTheProgramSees_hasNoToken() throws Exception {
    server.calls(Replies.empty(404));

    Response response = server.readCalls().project("p1").execute().raw();

    assertHasNoToken(response);
  }

  private static void assertHasNoToken(Response response) {
    for (Response each :
        new Response[] {
          response, response.networkResponse(), response.cacheResponse(), response.priorResponse()
        }) {
      if (each == null) {
        continue;
      }
      assertThat(each.request().headers().names()).doesNotContain("Authorization");
      assertThat(each.request().toString()).doesNotContain("token-", TOKEN);
      if (each != response) {
        assertHasNoToken(each);
      }
    }
  }
}
