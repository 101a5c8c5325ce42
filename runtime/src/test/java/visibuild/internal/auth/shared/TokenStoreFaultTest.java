package visibuild.internal.auth.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.TokenStore;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.auth.TokenThreads;
import visibuild.internal.auth.grant.ClientCredentialsGrant;

/** Faults 76 to 80: tokens that programs share. Two sources stand for two programs. */
@Timeout(180)
class TokenStoreFaultTest {
  private static final Duration LOOK_PAUSE = Duration.ofMillis(200);
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(2);
  private static final SecretKey KEY = new SecretKeySpec(new byte[16], "AES");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  private final MapStore store = new MapStore();

  @BeforeEach
  void letTimeStand() {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
  }

  @Test
  void storeThatIsDown_isOneEventAndNoFailure() throws Exception {
    store.down = true;
    CachingTokenProvider provider = provider();

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
    harness.advance(Duration.ofHours(1));
    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-2");
    assertThat(harness.events(TokenEvent.StoreUnavailable.class)).hasSize(1);
  }

  @Test
  void storeThatIsBack_isUsedAgain() throws Exception {
    store.down = true;
    CachingTokenProvider provider = provider();
    harness.authorization(provider);
    store.down = false;
    harness.advance(Duration.ofHours(1));

    harness.authorization(provider);

    assertThat(store.entries).hasSize(1);
    assertThat(harness.events(TokenEvent.StoreAvailable.class)).hasSize(1);
  }

  @Test
  void hangingStore_isSkippedAfterTwoSeconds() throws Exception {
    TokenThreads real = new TokenThreads();
    harness.executor = real.workers();
    CountDownLatch end = new CountDownLatch(1);
    store.hangs = end;
    CachingTokenProvider provider = provider();
    CompletableFuture<Object> waiting = Threads.started(() -> harness.authorization(provider));
    harness.scheduler.awaitDelay(STORE_PATIENCE);
    assertThat(harness.requests()).isZero();

    harness.scheduler.advance(STORE_PATIENCE);

    assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo("Bearer token-1");
    assertThat(harness.events(TokenEvent.StoreUnavailable.class)).hasSize(1);
    end.countDown();
    real.close();
  }

  @Test
  void corruptEntry_isOverwritten() throws Exception {
    harness.authorization(provider());
    String name = store.entries.keySet().iterator().next();
    store.entries.put(name, "neither Base64 nor a token");

    assertThat(harness.authorization(provider())).isEqualTo("Bearer token-2");
    assertThat(harness.authorization(provider())).isEqualTo("Bearer token-2");
  }

  @Test
  void rolledBackEntry_isIgnored() throws Exception {
    CachingTokenProvider provider = provider();
    harness.authorization(provider);
    Map<String, String> old = Map.copyOf(store.entries);
    harness.advance(Duration.ofMinutes(10));
    provider.invalidate(harness.token(provider));
    harness.authorization(provider);
    store.entries.putAll(old);
    harness.advance(Duration.ofSeconds(11));
    provider.invalidate(harness.token(provider));

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-3");
  }

  @Test
  void twoPrograms_sendOneRequest() throws Exception {
    assertThat(harness.authorization(provider())).isEqualTo("Bearer token-1");
    assertThat(harness.authorization(provider())).isEqualTo("Bearer token-1");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void secondOfTwoPrograms_takesTheTokenOfTheFirst() throws Exception {
    TokenThreads real = new TokenThreads();
    harness.executor = real.workers();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          go.await();
          return server.grant(request);
        });
    CachingTokenProvider holder = provider();
    CachingTokenProvider other = provider();
    CompletableFuture<Object> first = Threads.started(() -> harness.authorization(holder));
    assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Object> second = Threads.started(() -> harness.authorization(other));
    harness.scheduler.awaitDelay(LOOK_PAUSE);

    go.countDown();
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("Bearer token-1");
    harness.scheduler.advance(LOOK_PAUSE);

    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("Bearer token-1");
    assertThat(harness.requests()).isEqualTo(1);
    real.close();
  }

  @Test
  void leaseOfADeadProgram_ends() {
    TokenStore memory = scan.watch(TokenStore.inMemory());
    assertThat(memory.lease("key", "dead", Duration.ZERO)).isTrue();
    assertThat(memory.lease("key", "next", Duration.ofHours(1))).isTrue();
    assertThat(memory.lease("key", "third", Duration.ofHours(1))).isFalse();
    memory.release("key", "next");
    assertThat(memory.lease("key", "third", Duration.ofHours(1))).isTrue();
  }

  @Test
  void serverThatRevokesOlderTokens_isNotAskedInTurns() throws Exception {
    CachingTokenProvider first = provider();
    CachingTokenProvider second = provider();
    AccessToken old = harness.token(first);
    AccessToken oldToo = harness.token(second);
    first.invalidate(old);
    AccessToken replaced = harness.token(first);

    second.invalidate(oldToo);

    assertThat(harness.token(second).authorization()).isEqualTo(replaced.authorization());
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void late401OfAnOlderToken_doesNotBringTheRejectedOneBack() throws Exception {
    CachingTokenProvider provider = provider();
    AccessToken first = harness.token(provider);
    provider.invalidate(first);
    AccessToken second = harness.token(provider);
    harness.advance(Duration.ofSeconds(11));

    provider.invalidate(second);
    provider.invalidate(first);

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-3");
  }

  @Test
  void entryOfAnotherClientScopeOrOrigin_isNotFound() {
    TokenEncryptor seal = scan.watch(new TokenEncryptor(KEY, "https://a", "client", Scope.READ));
    String entry = scan.watch(seal.encrypt(SharedTokens.token()));

    assertThat(seal.decrypt(entry)).isPresent();
    assertThat(new TokenEncryptor(KEY, "https://b", "client", Scope.READ).decrypt(entry)).isEmpty();
    assertThat(new TokenEncryptor(KEY, "https://a", "other", Scope.READ).decrypt(entry)).isEmpty();
    assertThat(new TokenEncryptor(KEY, "https://a", "client", Scope.READ_WRITE).decrypt(entry))
        .isEmpty();
    SecretKey otherKey = new SecretKeySpec(new byte[32], "AES");
    assertThat(new TokenEncryptor(otherKey, "https://a", "client", Scope.READ).decrypt(entry))
        .isEmpty();
  }

  @Test
  void entryMovedToAnotherScope_isNotUsed() throws Exception {
    harness.authorization(provider());
    String entry = store.entries.values().iterator().next();
    store.entries.put(nameOf(Scope.READ_WRITE), entry);

    assertThat(harness.authorization(provider(Scope.READ_WRITE))).isEqualTo("Bearer token-2");
  }

  @Test
  void tamperedEntry_isRefused() {
    TokenEncryptor seal = scan.watch(new TokenEncryptor(KEY, "https://a", "client", Scope.READ));
    byte[] bytes = Base64.getDecoder().decode(seal.encrypt(SharedTokens.token()));

    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(seal.decrypt(Base64.getEncoder().encodeToString(changed))).isEmpty();
    }
  }

  @Test
  void storedEntry_containsNothingReadable() throws Exception {
    harness.authorization(provider());

    store.entries.forEach(
        (name, entry) -> {
          scan.watch(name);
          scan.watch(new String(Base64.getDecoder().decode(entry), StandardCharsets.ISO_8859_1));
        });
    assertThat(store.entries).hasSize(1);
  }

  private String nameOf(Scope scope) {
    ClientCredentialsGrant grant = harness.grant(harness.context(), scope, harness.secret);
    return new TokenEncryptor(KEY, grant.origin(), grant.clientId(), scope).storageKey();
  }

  private CachingTokenProvider provider() {
    return provider(Scope.READ);
  }

  private CachingTokenProvider provider(Scope scope) {
    AuthContext context = harness.context();
    ClientCredentialsGrant grant = harness.grant(context, scope, harness.secret);
    return new CachingTokenProvider(
        new SharedTokenFetcher(grant, store, KEY, context), scope, context);
  }
}
