package visibuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.call.CallsOf;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.FieldWalk;
import visibuild.fixture.Project;
import visibuild.fixture.PublicTypes;
import visibuild.fixture.Replies;
import visibuild.fixture.Shown;
import visibuild.webhook.Signature;
import visibuild.webhook.SignatureScheme;
import visibuild.webhook.WebhookReader;
import visibuild.webhook.WebhookVerifier;

/**
 * No object of a public type shows a secret or a token: not in {@code toString}, not to Java
 * serialization, not to a JSON library that writes all fields.
 */
class PublicTypesHideSecretsTest {
  private static final String PASSWORD = "sentinel-proxy-password";
  private static final String HEADER = "sentinel-header";
  private static final String KEY = "sentinel-key-16b";
  private static final String WEBHOOK = "sentinel-webhook-secret";
  private static final String LEGACY = "sentinel-legacy-token";
  private static final String LOGIN =
      Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
  private static final String TOKEN = "sentinel-access-token";

  private static final List<String> SECRETS =
      List.of(
          FakeVisibuild.CLIENT_SECRET,
          PASSWORD,
          HEADER,
          KEY,
          Base64.getEncoder().encodeToString(KEY.getBytes(UTF_8)),
          WEBHOOK,
          LEGACY,
          LOGIN,
          TOKEN);

  /** A type with fields of these types alone can hide no secret. */
  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          Instant.class,
          Duration.class,
          Scope.class,
          List.class,
          Set.class,
          Map.class,
          Optional.class,
          Integer.class,
          Long.class,
          Boolean.class);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final ScheduledExecutorService usageScheduler =
      Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void endScheduler() {
    usageScheduler.shutdownNow();
  }

  private List<Object> instances() throws Exception {
    server.tokens(request -> Replies.token(TOKEN, "read write"));
    server.calls(
        request ->
            request.getUrl().encodedPath().endsWith("projects")
                ? Replies.page("null", "a")
                : Replies.json(Replies.PROJECT));
    ClientCredentials oauth =
        ClientCredentials.of("an-id", FakeVisibuild.CLIENT_SECRET, Scope.READ_WRITE);
    HttpOptions options =
        HttpOptions.defaults()
            .noProxy()
            .proxyCredentials("user", PASSWORD)
            .connectionPool(1, Duration.ofSeconds(1));
    TokenStore store = TokenStore.inMemory();
    AccessUsage usage = new AccessUsage();
    List<Object> events = new CopyOnWriteArrayList<>();
    Visibuild.Builder builder =
        server
            .builder(oauth)
            .http(options)
            .accessUsage(usage)
            .callListener(events::add)
            .tokenStore(store, new SecretKeySpec(KEY.getBytes(UTF_8), "AES"));
    Visibuild visibuild = server.open(builder);
    Calls calls = visibuild.writeAccess().implement(Calls.class);
    RequestOptions request = RequestOptions.none().header("X-Api-Key", HEADER);
    assertThat(ClientCalls.execute(calls.project("p1", request))).isNotNull();
    CompletableFuture<Project> future = ClientCalls.async(calls.project("p1", request));
    assertThat(future.join()).isNotNull();
    Paged<Project> paged = ClientCalls.paged(calls::page);
    assertThat(paged.stream()).isNotEmpty();
    CompletableFuture<Paged<Project>> first = ClientCalls.asyncPaged(calls::page);
    LegacyToken legacy = LegacyToken.of(LEGACY, Scope.READ_WRITE);
    Visibuild withLegacy = server.open(server.builder(legacy));
    retrofit2.Response<ResponseBody> response =
        visibuild.readAccess().implement(Calls.class).at(server.url("/x").toString()).execute();
    assertThat(events).isNotEmpty();
    AccessUsageLog.Builder usageLog =
        AccessUsageLog.builder(usage).program("desk").scheduler(usageScheduler);
    List<Object> all = new ArrayList<>(events);
    all.addAll(
        List.of(
            oauth,
            oauth.withoutNarrowing(),
            legacy,
            withLegacy,
            withLegacy.readAccess(),
            withLegacy.writeAccess(),
            options,
            request,
            builder,
            visibuild,
            visibuild.readAccess(),
            visibuild.writeAccess(),
            usage,
            usageLog,
            usageLog.start(),
            store,
            calls.project("p1", request),
            ClientCalls.call(calls.project("p1", request)),
            future,
            paged,
            paged.readAhead().pageSize(2),
            paged.iterator(),
            paged.publisher(),
            first,
            first.join(),
            response,
            response.raw(),
            IncrementalSync.of(since -> paged, Project::id, project -> Instant.EPOCH),
            WebhookVerifier.of(SignatureScheme.hexHeader("X-Signature"), WEBHOOK),
            WebhookReader.of(Project.class),
            SignatureScheme.timestampedHeader("X-Signature"),
            new Signature(new byte[0], List.of(), OptionalLong.empty()),
            Upload.of("a.txt", "text/plain", new byte[0])));
    return all;
  }

  @Test
  void everyFieldWriter_writesNoSecret() throws Exception {
    for (Object instance : instances()) {
      assertThat(FieldWalk.find(instance, SECRETS)).as("%s", instance.getClass()).isEmpty();
      assertThat(String.valueOf(instance)).doesNotContain(SECRETS);
      assertThat(Shown.json(instance)).as("%s", instance.getClass()).doesNotContain(SECRETS);
      assertThat(Shown.serialized(instance)).as("%s", instance.getClass()).doesNotContain(SECRETS);
    }
  }

  /** The test above has an instance of each public type that could hold a secret. */
  @Tag("slow")
  @Test
  void everyPublicType_isTestedOrHoldsPlainValuesOnly() throws Exception {
    List<Class<?>> tested = instances().stream().<Class<?>>map(Object::getClass).toList();

    assertThat(PublicTypes.all())
        .filteredOn(type -> !type.isInterface() && !type.isEnum() && !isUtility(type))
        .allSatisfy(
            type ->
                assertThat(tested.contains(type) || isPlain(type) || isTestedElsewhere(type))
                    .as("%s needs an instance here", type)
                    .isTrue());
    assertThat(PublicTypes.all()).contains(CallsOf.class);
  }

  /** Stores and meters of other libraries, whose own tests look for secrets. */
  private static boolean isTestedElsewhere(Class<?> type) {
    return Set.of("visibuild.jcache", "visibuild.micrometer").contains(type.getPackageName());
  }

  private static boolean isUtility(Class<?> type) {
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    boolean isHidden =
        Arrays.stream(constructors).allMatch(each -> Modifier.isPrivate(each.getModifiers()));
    return (isHidden && fields(type).isEmpty()) || Modifier.isAbstract(type.getModifiers());
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .toList();
  }

  private static boolean isPlain(Class<?> type) {
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getType)
          .allMatch(PublicTypesHideSecretsTest::isPlainValue);
    }
    return fields(type).stream()
        .map(Field::getType)
        .allMatch(PublicTypesHideSecretsTest::isPlainValue);
  }

  private static boolean isPlainValue(Class<?> type) {
    return type.isPrimitive()
        || PLAIN.contains(type)
        || type.isEnum()
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || Throwable.class.isAssignableFrom(type)
        || type == ErrorResponse.class
        || type == CallInfo.class
        || (type.isRecord() && isPlain(type))
        || type == Object.class
        || type.getPackageName().equals("com.fasterxml.jackson.databind");
  }

  @Test
  void walk_findsASecretInALambdaAndInAKey() {
    String captured = FakeVisibuild.CLIENT_SECRET;
    Runnable lambda = () -> assertThat(captured).isNotEmpty();

    assertThat(FieldWalk.find(List.of(lambda), SECRETS)).isPresent();
    assertThat(FieldWalk.find(new SecretKeySpec(KEY.getBytes(UTF_8), "AES"), SECRETS)).isPresent();
  }
}
