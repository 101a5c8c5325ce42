package visibuild.internal.auth.shared;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Forms;
import visibuild.fixture.Replies;
import visibuild.fixture.Threads;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.auth.TokenThreads;
import visibuild.internal.auth.grant.ClientCredentialsGrant;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.HttpClients;

/** The lease of the store: its use, its release, and the events about it. */
@Timeout(180)
class SharedLeaseTest {
  private static final SecretKey KEY = new SecretKeySpec(new byte[16], "AES");
  private static final String NEXT_SECRET = "sentinel-next-secret";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness harness = new TokenProviderHarness(server);
  private final TokenThreads real = new TokenThreads();
  private final RecordingTokenStore store = new RecordingTokenStore();

  @BeforeEach
  void letTimeStand() {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
  }

  @AfterEach
  void endThreads() {
    store.hangs.countDown();
    store.leaseHangs.countDown();
    real.close();
  }

  @Test
  void aTokenOfAnotherProgramIsReported() throws Exception {
    harness.authorization(provider(KEY));
    harness.events.clear();

    harness.authorization(provider(KEY));

    assertThat(harness.events)
        .containsExactly(
            new TokenEvent.TakenFromStore(Scope.READ, Set.of("read"), Duration.ofHours(1)));
  }

  @Test
  void anEntryThatDoesNotOpenIsReportedOnce() throws Exception {
    harness.authorization(provider(KEY));

    harness.authorization(provider(new SecretKeySpec(new byte[32], "AES")));

    assertThat(harness.events(TokenEvent.StoreEntryUndecryptable.class)).hasSize(1);
  }

  @Test
  void eachRequestHasALeaseOfItsOwn() throws Exception {
    server.tokens(
        request ->
            Forms.text(request).contains(NEXT_SECRET)
                ? server.grant(request)
                : Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider provider = provider(KEY);
    harness.secret =
        () -> {
          store.done.add("secret");
          return harness.requests() == 0 ? FakeVisibuild.CLIENT_SECRET : NEXT_SECRET;
        };

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
    assertThat(store.done)
        .as("the secret, which may take its time, is read while no lease is held")
        .containsExactly(
            "load", "secret", "lease", "load", "release", "secret", "lease", "load", "replace",
            "release");
  }

  @Test
  void aLeaseIsLongerThanAllThatIsDoneWithIt() throws Exception {
    harness.authorization(provider(KEY));
    OkHttpClient asking =
        HttpClients.forTokens(new OkHttpClient(), new Dispatcher(), new ConnectionMonitor());
    Duration request = Duration.ofMillis(asking.callTimeoutMillis());
    Duration leaseLookAndPut = TimedTokenStore.TIMEOUT.multipliedBy(3);

    assertThat(store.leased).hasSize(1);
    assertThat(store.leased.get(0)).isGreaterThan(request.plus(leaseLookAndPut));
  }

  @Test
  void aProgramThatWaitsForItsSecretHoldsUpNoOther() throws Exception {
    harness.executor = real.workers();
    CountDownLatch secretAsked = new CountDownLatch(1);
    CountDownLatch secretThere = new CountDownLatch(1);
    harness.secret =
        () -> {
          secretAsked.countDown();
          RecordingTokenStore.await(secretThere);
          return FakeVisibuild.CLIENT_SECRET;
        };
    CachingTokenProvider slow = provider(KEY);
    CompletableFuture<Object> waiting = Threads.started(() -> harness.authorization(slow));
    secretAsked.await();
    harness.secret = () -> FakeVisibuild.CLIENT_SECRET;

    assertThat(harness.authorization(provider(KEY))).isEqualTo("Bearer token-1");
    // Before that the slow program would find the lease taken, and wait for a timer to advance.
    Threads.await(() -> store.done.contains("release"));
    secretThere.countDown();

    assertThat(waiting.get(60, SECONDS)).isEqualTo("Bearer token-1");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void aStoreThatStillHangsIsAskedNothingMore() throws Exception {
    harness.executor = real.workers();
    store.hangs = new CountDownLatch(1);
    CachingTokenProvider provider = provider(KEY);
    CompletableFuture<Object> first = Threads.started(() -> harness.authorization(provider));
    Threads.await(() -> store.done.contains("load"));
    harness.scheduler.advance(Duration.ofSeconds(2));
    assertThat(first.get(60, SECONDS)).isEqualTo("Bearer token-1");

    harness.advance(Duration.ofHours(1));

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-2");
    assertThat(store.done).containsExactly("load");
  }

  @Test
  void aLeaseThatComesTooLateGoesBack() throws Exception {
    harness.executor = real.workers();
    store.leaseHangs = new CountDownLatch(1);
    CachingTokenProvider provider = provider(KEY);
    CompletableFuture<Object> waiting = Threads.started(() -> harness.authorization(provider));
    Threads.await(() -> store.done.contains("lease"));
    harness.scheduler.advance(Duration.ofSeconds(2));
    assertThat(waiting.get(60, SECONDS)).isEqualTo("Bearer token-1");

    store.leaseHangs.countDown();

    Threads.await(() -> store.done.contains("release"));
  }

  @Test
  void aLeaseThatIsGivenWhileTheConnectionIsClosedGoesBack() {
    CachingTokenProvider provider = provider(KEY);
    store.afterLease =
        () -> {
          provider.close();
          provider.releaseLease();
          // There are no threads any more for what would come next.
          harness.manualExecutor.pause();
        };

    assertThat(harness.failure(provider)).isInstanceOf(ConnectionException.class);

    assertThat(store.done).containsExactly("load", "lease", "release");
  }

  @Test
  void noLookupRunsOnceTheRefreshHasEnded() throws Exception {
    ClientCredentialsGrant grant = harness.grant(harness.context(), Scope.READ, harness.secret);
    String name =
        new TokenEncryptor(KEY, grant.origin(), grant.clientId(), Scope.READ).storageKey();
    store.memory.lease(name, "another", Duration.ofHours(1));
    harness.executor = real.workers();
    CachingTokenProvider provider = provider(KEY);
    CompletableFuture<Object> waiting = Threads.started(() -> harness.failure(provider));
    Threads.await(() -> store.done.contains("lease"));
    harness.scheduler.awaitDelay(Duration.ofMillis(200));
    provider.close();
    waiting.get(60, SECONDS);

    harness.scheduler.advance(Duration.ofMillis(200));

    assertThat(store.done).containsExactly("load", "lease");
    assertThat(harness.events(TokenEvent.Failed.class)).as("no caller waits for it").isEmpty();
  }

  @Test
  void toCloseGivesTheLeaseBack() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          never.await();
          return Replies.empty(500);
        });
    List<TokenEvent> heard = new CopyOnWriteArrayList<>();
    Visibuild visibuild =
        server.open(
            server
                .builder(ClientCredentials.of("id", "secret", Scope.READ))
                .tokenListener(heard::add)
                .tokenStore(store, KEY));
    Calls calls = visibuild.readAccess().implement(Calls.class);
    CompletableFuture<Object> waiting =
        Threads.started(() -> ClientCalls.execute(calls.project("p1")));
    assertThat(asked.await(60, SECONDS)).isTrue();

    visibuild.close();

    assertThat(store.done).containsExactly("load", "lease", "load", "release");
    waiting.get(60, SECONDS);
    assertThat(heard).noneMatch(TokenEvent.Failed.class::isInstance);
    never.countDown();
  }

  @Test
  void toCloseWaitsForAReleaseThatHasStarted() throws Exception {
    harness.executor = real.workers();
    CountDownLatch releasing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    store.beforeRelease =
        () -> {
          releasing.countDown();
          RecordingTokenStore.await(goOn);
        };
    CachingTokenProvider provider = provider(KEY);
    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
    releasing.await();

    provider.close();
    CompletableFuture<Object> closed =
        Threads.started(
            () -> {
              provider.releaseLease();
              return List.copyOf(store.done);
            });
    goOn.countDown();

    assertThat(closed.get(60, SECONDS))
        .isEqualTo(List.of("load", "lease", "load", "replace", "release"));
  }

  private CachingTokenProvider provider(SecretKey key) {
    AuthContext context = harness.context();
    ClientCredentialsGrant grant = harness.grant(context, Scope.READ, () -> harness.secret.get());
    return new CachingTokenProvider(
        new SharedTokenFetcher(grant, store, key, context), Scope.READ, context);
  }
}
