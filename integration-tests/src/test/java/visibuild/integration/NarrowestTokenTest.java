package visibuild.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
 * Tests random interfaces, credentials and orders of calls: no read carries a token that can write,
 * and no scope is requested that the credential does not have. The evidence is the sandbox's record
 * of the requests. A failing case is named by its seed.
 */
@Tag("slow")
class NarrowestTokenTest {
  private static final long FIRST_SEED = 19;

  private static VisibuildSandbox sandbox;
  private static Path folder;
  private static int interfaces;

  @BeforeAll
  static void start() throws IOException {
    sandbox = VisibuildSandbox.start();
    folder = Files.createTempDirectory("narrowest-token");
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("twelveSeeds")
  void noReadCarriesATokenThatCanWrite(long seed) throws Exception {
    Random random = random(seed);
    RandomApi api = RandomApi.any(random);
    Scope held = scope(random);
    List<Integer> order = order(random);
    boolean revokedMeanwhile = random.nextBoolean();
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
  @ParameterizedTest
  @MethodSource("fiveSeeds")
  void nothingGoesOutThatALegacyTokenMayNotDo(long seed) throws Exception {
    Random random = random(seed);
    RandomApi api = RandomApi.any(random);
    Scope held = scope(random);
    List<Integer> order = order(random);
    sandbox.forgetRequests();
    List<ApiRequest> requests = callAll(api, sandbox.legacyToken(held), order, false);

    Map<String, Scope> needs = needs(api);
    assertThat(requests).allMatch(request -> held.covers(needs.get(request.path())));
    assertThat(sandbox.tokenRequests()).isEmpty();
  }

  /** No generated client makes this call; a hand-written interface can try it. */
  @ParameterizedTest
  @EnumSource(Scope.class)
  void aWriteByReadAccessIsNotSentWithALegacyToken(Scope held) {
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

  /** Makes the client and calls its methods; the response does not matter here. */
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

  /** Returns the broadest access: a client that only reads must not get its token. */
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

  /** Returns the seeds of a run. Another first seed makes other interfaces and orders. */
  static LongStream twelveSeeds() {
    return seeds(12);
  }

  static LongStream fiveSeeds() {
    return seeds(5);
  }

  /** The default seeds combine each scope of an interface with each scope of a credential. */
  @ParameterizedTest
  @ValueSource(ints = {12, 5})
  void defaultSeeds_coverEachPairOfScopes(int count) {
    Set<String> pairs = new HashSet<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
      Random random = random(seed);
      pairs.add(RandomApi.any(random).scope() + " by " + scope(random));
    }

    assertThat(pairs).hasSize(4);
  }

  /** Returns numbers by {@code seed}; the first ones of neighbouring seeds would be alike. */
  private static Random random(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }

  private static LongStream seeds(int count) {
    long first = Long.getLong("visibuild.narrowest.seed", FIRST_SEED);
    return LongStream.range(first, first + count);
  }

  private static Scope scope(Random random) {
    return random.nextBoolean() ? Scope.READ : Scope.READ_WRITE;
  }

  /** Returns the order of the calls: one to twelve, by the number of the method. */
  private static List<Integer> order(Random random) {
    return random.ints(1 + random.nextInt(12), 0, 100).boxed().toList();
  }
}
