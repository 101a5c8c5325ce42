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

/** What a program does with the store's lease, and what it tells. */
@Timeout(180)
class SharedLeaseTest {
  private static final SecretKey KEY = new SecretKeySpec(new byte[16], "AES");
  private static final String NEXT_SECRET = "sentinel-next-secret";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness rig = new TokenProviderHarness(server);
  private final TokenThreads real = new TokenThreads();
  private final RecordingTokenStore store = new RecordingTokenStore();

  @BeforeEach
  void letTimeStand() {
    rig.timer.hurry(Duration.ZERO);
  }

  @AfterEach
  void endThreads() {
    store.hangs.countDown();
    store.leaseHangs.countDown();
    real.close();
  }

  @Test
  void aTokenOfAnotherProgramIsTold() throws Exception {
    rig.authorization(source(KEY));
    rig.events.clear();

    rig.authorization(source(KEY));

    assertThat(rig.events)
        .containsExactly(
            new TokenEvent.TakenFromStore(Scope.READ, Set.of("read"), Duration.ofHours(1)));
  }

  @Test
  void anEntryThatDoesNotOpenIsToldOnce() throws Exception {
    rig.authorization(source(KEY));

    rig.authorization(source(new SecretKeySpec(new byte[32], "AES")));

    assertThat(rig.events(TokenEvent.StoreEntryUndecryptable.class)).hasSize(1);
  }

  @Test
  void eachRequestHasALeaseOfItsOwn() throws Exception {
    server.tokens(
        request ->
            Forms.text(request).contains(NEXT_SECRET)
                ? server.grant(request)
                : Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider source = source(KEY);
    rig.secret =
        () -> {
          store.done.add("secret");
          return rig.requests() == 0 ? FakeVisibuild.CLIENT_SECRET : NEXT_SECRET;
        };

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-1");
    assertThat(store.done)
        .as("the secret, which may take its time, is read while no lease is held")
        .containsExactly(
            "load", "secret", "lease", "load", "release", "secret", "lease", "load", "replace",
            "release");
  }

  @Test
  void aLeaseIsLongerThanAllThatIsDoneWithIt() throws Exception {
    rig.authorization(source(KEY));
    OkHttpClient asking =
        HttpClients.forTokens(new OkHttpClient(), new Dispatcher(), new ConnectionMonitor());
    Duration request = Duration.ofMillis(asking.callTimeoutMillis());
    Duration leaseLookAndPut = TimedTokenStore.TIMEOUT.multipliedBy(3);

    assertThat(store.leased).hasSize(1);
    assertThat(store.leased.get(0)).isGreaterThan(request.plus(leaseLookAndPut));
  }

  @Test
  void aProgramThatWaitsForItsSecretHoldsUpNoOther() throws Exception {
    rig.threads = real.workers();
    CountDownLatch secretAsked = new CountDownLatch(1);
    CountDownLatch secretThere = new CountDownLatch(1);
    rig.secret =
        () -> {
          secretAsked.countDown();
          RecordingTokenStore.await(secretThere);
          return FakeVisibuild.CLIENT_SECRET;
        };
    CachingTokenProvider slow = source(KEY);
    CompletableFuture<Object> waiting = Threads.started(() -> rig.authorization(slow));
    secretAsked.await();
    rig.secret = () -> FakeVisibuild.CLIENT_SECRET;

    assertThat(rig.authorization(source(KEY))).isEqualTo("Bearer token-1");
    // Before that the slow program would find the lease taken, and wait for a timer to advance.
    Threads.await(() -> store.done.contains("release"));
    secretThere.countDown();

    assertThat(waiting.get(60, SECONDS)).isEqualTo("Bearer token-1");
    assertThat(rig.requests()).isEqualTo(1);
  }

  @Test
  void aStoreThatStillHangsIsAskedNothingMore() throws Exception {
    rig.threads = real.workers();
    store.hangs = new CountDownLatch(1);
    CachingTokenProvider source = source(KEY);
    CompletableFuture<Object> first = Threads.started(() -> rig.authorization(source));
    Threads.await(() -> store.done.contains("load"));
    rig.timer.advance(Duration.ofSeconds(2));
    assertThat(first.get(60, SECONDS)).isEqualTo("Bearer token-1");

    rig.advance(Duration.ofHours(1));

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-2");
    assertThat(store.done).containsExactly("load");
  }

  @Test
  void aLeaseThatComesTooLateGoesBack() throws Exception {
    rig.threads = real.workers();
    store.leaseHangs = new CountDownLatch(1);
    CachingTokenProvider source = source(KEY);
    CompletableFuture<Object> waiting = Threads.started(() -> rig.authorization(source));
    Threads.await(() -> store.done.contains("lease"));
    rig.timer.advance(Duration.ofSeconds(2));
    assertThat(waiting.get(60, SECONDS)).isEqualTo("Bearer token-1");

    store.leaseHangs.countDown();

    Threads.await(() -> store.done.contains("release"));
  }

  @Test
  void aLeaseThatIsGivenWhileTheConnectionIsClosedGoesBack() {
    CachingTokenProvider source = source(KEY);
    store.afterLease =
        () -> {
          source.close();
          source.releaseLease();
          // There are no threads any more for what would come next.
          rig.held.hold();
        };

    assertThat(rig.failure(source)).isInstanceOf(ConnectionException.class);

    assertThat(store.done).containsExactly("load", "lease", "release");
  }

  @Test
  void nobodyLooksOnOnceTheFlightHasEnded() throws Exception {
    ClientCredentialsGrant grant = rig.grant(rig.outside(), Scope.READ, rig.secret);
    String name =
        new TokenEncryptor(KEY, grant.origin(), grant.clientId(), Scope.READ).storageKey();
    store.memory.lease(name, "another", Duration.ofHours(1));
    rig.threads = real.workers();
    CachingTokenProvider source = source(KEY);
    CompletableFuture<Object> waiting = Threads.started(() -> rig.failure(source));
    Threads.await(() -> store.done.contains("lease"));
    rig.timer.awaitDelay(Duration.ofMillis(200));
    source.close();
    waiting.get(60, SECONDS);

    rig.timer.advance(Duration.ofMillis(200));

    assertThat(store.done).containsExactly("load", "lease");
    assertThat(rig.events(TokenEvent.Failed.class)).as("nobody need be told").isEmpty();
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
    rig.threads = real.workers();
    CountDownLatch releasing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    store.beforeRelease =
        () -> {
          releasing.countDown();
          RecordingTokenStore.await(goOn);
        };
    CachingTokenProvider source = source(KEY);
    assertThat(rig.authorization(source)).isEqualTo("Bearer token-1");
    releasing.await();

    source.close();
    CompletableFuture<Object> closed =
        Threads.started(
            () -> {
              source.releaseLease();
              return List.copyOf(store.done);
            });
    goOn.countDown();

    assertThat(closed.get(60, SECONDS))
        .isEqualTo(List.of("load", "lease", "load", "replace", "release"));
  }

  private CachingTokenProvider source(SecretKey key) {
    AuthContext outside = rig.outside();
    ClientCredentialsGrant grant = rig.grant(outside, Scope.READ, () -> rig.secret.get());
    return new CachingTokenProvider(
        new SharedTokenFetcher(grant, store, key, outside), Scope.READ, outside);
  }
}
