package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenFetcher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.auth.grant.ClientCredentialsGrant;
import visibuild.internal.auth.grant.SecretSource;
import visibuild.internal.auth.grant.TokenEndpoint;
import visibuild.internal.auth.shared.SharedTokenFetcher;
import visibuild.internal.base.Secret;

/** Programs with one credential, which can all be restarted. */
final class Fleet {
  static final HttpUrl ORIGIN = HttpUrl.get("https://visibuild.example/");

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The round trip to the store. */
  private static final Duration STORE_DELAY = Duration.ofMillis(2);

  private static final SecretKey KEY = new SecretKeySpec(new byte[16], "AES");

  private final VirtualTime time;
  private final VirtualServer server;
  private final @Nullable VirtualStore store;
  private final OkHttpClient http;
  private final SplittableRandom random;
  private final Calls calls = new Calls();
  private final List<Member> members = new ArrayList<>();

  Fleet(VirtualTime time, VirtualServer server, @Nullable VirtualStore store, long seed) {
    this.time = time;
    this.server = server;
    this.store = store;
    this.http = server.client();
    this.random = new SplittableRandom(seed);
  }

  Calls calls() {
    return calls;
  }

  /** Starts {@code count} programs in the next {@code span}, one as likely as the other. */
  void start(int count, Duration span) {
    for (int i = 0; i < count; i++) {
      SplittableRandom own = random.split();
      Member member = new Member(time, server, source(own), http, own, calls);
      members.add(member);
      time.schedule(Duration.ofNanos(random.nextLong(span.toNanos())), member::call);
    }
  }

  /** Ends all programs and starts as many, which know nothing of what those knew. */
  void restart(Duration span) {
    int count = members.size();
    members.forEach(Member::end);
    members.clear();
    start(count, span);
  }

  private TokenProvider source(SplittableRandom random) {
    AuthContext context =
        new AuthContext(
            time.clocks(),
            time,
            time.threads(STORE_DELAY),
            random,
            new TokenEventPublisher(null, Runnable::run),
            TIMEOUT);
    SecretSource secrets = new SecretSource.Constant(Secret.ofUnchecked("secret"));
    TokenEndpoint endpoint = new TokenEndpoint(http, ORIGIN, "fleet", context);
    ClientCredentialsGrant grant = new ClientCredentialsGrant(endpoint, secrets, Scope.READ);
    TokenFetcher fetcher =
        store == null ? grant : new SharedTokenFetcher(grant, store, KEY, context);
    return new CachingTokenProvider(fetcher, Scope.READ, context);
  }
}
