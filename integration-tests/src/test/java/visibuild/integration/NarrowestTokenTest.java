package visibuild.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import retrofit2.Call;
import retrofit2.http.DELETE;
import visibuild.Credential;
import visibuild.InsufficientScopeException;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.WriteAccess;
import visibuild.call.ClientCalls;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.SandboxRequest.TokenRequest;
import visibuild.testing.VisibuildSandbox;

/**
 * Whatever the interface, the credential and the order of the calls: no read carries a token that
 * can write, and nothing is asked for that the credential does not have. The sandbox's record is
 * the witness, from the other side of the wire.
 */
class NarrowestTokenTest {
  private static VisibuildSandbox sandbox;
  private static Path folder;
  private static int interfaces;

  @BeforeContainer
  static void start() throws IOException {
    sandbox = VisibuildSandbox.start();
    folder = Files.createTempDirectory("narrowest-token");
  }

  @AfterContainer
  static void stop() throws IOException {
    sandbox.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void noReadCarriesATokenThatCanWrite(
      @ForAll("interfaces") RandomApi api,
      @ForAll Scope held,
      @ForAll("orders") List<Integer> order,
      @ForAll boolean revokedMeanwhile)
      throws Exception {
    sandbox.forgetRequests();
    List<ApiRequest> requests =
        callAll(api, sandbox.clientCredentials(held), order, revokedMeanwhile);

    Map<String, Scope> needs = needs(api);
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThat(request.tokenScope())
                    .as("%s %s", request.method(), request.path())
                    .isEqualTo(needs.get(request.path()).parameter()));
    assertThat(sandbox.tokenRequests())
        .extracting(TokenRequest::requestedScope)
        .allSatisfy(asked -> assertThat(scope(asked)).matches(held::covers));
  }

  /** A legacy token cannot be narrowed, so there the second half is what can be promised. */
  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void nothingGoesOutThatALegacyTokenMayNotDo(
      @ForAll("interfaces") RandomApi api,
      @ForAll Scope held,
      @ForAll("orders") List<Integer> order)
      throws Exception {
    sandbox.forgetRequests();
    List<ApiRequest> requests = callAll(api, sandbox.legacyToken(held), order, false);

    Map<String, Scope> needs = needs(api);
    assertThat(requests).allMatch(request -> held.covers(needs.get(request.path())));
    assertThat(sandbox.tokenRequests()).isEmpty();
  }

  /** No generated client makes this call: only who writes the calls by hand can try. */
  @Property(tries = 2)
  void aWriteByReadAccessIsNotSentWithALegacyToken(@ForAll Scope held) {
    sandbox.forgetRequests();
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.legacyToken(held))
            .build()) {
      HandMade calls = visibuild.readAccess().implement(HandMade.class);
      assertThatThrownBy(() -> ClientCalls.executeVoid(calls.delete()))
          .isInstanceOf(InsufficientScopeException.class);
    }
    assertThat(sandbox.apiRequests()).isEmpty();
  }

  interface HandMade {
    @DELETE("api/core/v1/random/call0")
    Call<Void> delete();
  }

  private static Map<String, Scope> needs(RandomApi api) {
    return api.methods().stream()
        .collect(Collectors.toMap(method -> "/api/core/v1/" + method.path(), m -> m.needs()));
  }

  /** Makes the client and calls its methods; what the sandbox answers does not matter here. */
  private static List<ApiRequest> callAll(
      RandomApi api, Credential credential, List<Integer> order, boolean revokedMeanwhile)
      throws Exception {
    try (Visibuild visibuild =
            Visibuild.builder().baseUrl(sandbox.baseUrl()).credential(credential).build();
        URLClassLoader classes = compile(api)) {
      if (!visibuild.scope().covers(api.scope())) {
        assertThatThrownBy(visibuild::writeAccess).isInstanceOf(InsufficientScopeException.class);
        return sandbox.apiRequests();
      }
      Object client = client(api, visibuild, classes);
      for (int i = 0; i < order.size(); i++) {
        if (revokedMeanwhile && i == order.size() / 2) {
          sandbox.revokeTokens();
        }
        RandomApi.Method method = api.methods().get(order.get(i) % api.methods().size());
        call(client, method);
      }
    }
    assertThat(sandbox.apiRequests()).hasSizeGreaterThanOrEqualTo(order.size());
    return sandbox.apiRequests();
  }

  private static Object client(RandomApi api, Visibuild visibuild, ClassLoader classes)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(api.name() + "Client", true, classes);
    return api.scope() == Scope.READ
        ? type.getMethod("create", ReadAccess.class).invoke(null, broadest(visibuild))
        : type.getMethod("create", WriteAccess.class).invoke(null, visibuild.writeAccess());
  }

  /** The broadest that there is: a client that reads must not profit from it. */
  private static ReadAccess broadest(Visibuild visibuild) {
    return visibuild.scope() == Scope.READ ? visibuild.readAccess() : visibuild.writeAccess();
  }

  private static void call(Object client, RandomApi.Method method)
      throws ReflectiveOperationException {
    try {
      client.getClass().getMethod(method.name()).invoke(client);
    } catch (InvocationTargetException failed) {
      assertThat(failed.getCause()).isInstanceOf(VisibuildException.class);
    }
  }

  private static URLClassLoader compile(RandomApi api) throws IOException {
    interfaces++;
    Path here = Files.createDirectories(folder.resolve("api" + interfaces));
    Path source = Files.writeString(here.resolve(api.name() + ".java"), api.source());
    assertThat(new Javac(here).compile(List.of(source))).isEmpty();
    return new URLClassLoader(
        new URL[] {here.toUri().toURL()}, NarrowestTokenTest.class.getClassLoader());
  }

  private static Scope scope(String parameter) {
    return parameter.equals(Scope.READ.parameter()) ? Scope.READ : Scope.READ_WRITE;
  }

  @Provide
  Arbitrary<RandomApi> interfaces() {
    return RandomApi.any();
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.integers().between(0, 99).list().ofMinSize(1).ofMaxSize(12);
  }
}
