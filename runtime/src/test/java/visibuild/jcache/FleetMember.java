package visibuild.jcache;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.TokenStore;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.MutableClock;

/**
 * One program of a fleet, in a process of its own. It does what it reads on its input: {@code call
 * 20}, {@code time 2700} (seconds go by). What it says begins with {@code fleet}.
 */
final class FleetMember {
  private final MutableClock clock = new MutableClock();
  private final AtomicLong nanos = new AtomicLong();

  private FleetMember() {}

  /** Takes Visibuild's URL, and the cluster's port. */
  public static void main(String[] arguments) throws Exception {
    new FleetMember().run(arguments[0], Integer.parseInt(arguments[1]));
    System.exit(0);
  }

  private void run(String url, int port) throws Exception {
    TokenStore shared =
        new JCacheTokenStore(Cluster.connect(port, () -> say("connected")), nanos::get);
    useOnce(shared);
    TokenStore store = telling(shared);
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try (Visibuild visibuild =
            Visibuild.builder()
                .baseUrl(url)
                .credential(
                    ClientCredentials.of(
                        FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ))
                .clock(clock)
                .tokenStore(store, new SecretKeySpec(new byte[16], "AES"))
                .tokenListener(FleetMember::hear)
                .build();
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Calls calls = visibuild.readAccess().implement(Calls.class);
      say("ready");
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String[] command = line.split(" ", 2);
        int number = Integer.parseInt(command[1]);
        if (command[0].equals("call")) {
          caller.execute(() -> call(calls, number));
        } else {
          pass(Duration.ofSeconds(number));
        }
      }
    }
  }

  /** Warms the store up: one that takes seconds for its first call would count as unavailable. */
  private static void useOnce(TokenStore store) {
    String key = UUID.randomUUID().toString();
    boolean unused =
        store.lease(key, key, Duration.ofMinutes(1))
            && store.replace(key, store.load(key), "first")
            && store.replace(key, store.load(key), "second");
    store.release(key, key);
  }

  private void pass(Duration time) {
    clock.advance(time);
    nanos.addAndGet(time.toNanos());
  }

  private static void call(Calls calls, int times) {
    int completed = 0;
    for (int i = 0; i < times; i++) {
      try {
        completed += ClientCalls.execute(calls.project("p1")).id().equals("p1") ? 1 : 0;
      } catch (VisibuildException e) {
        say(e.toString());
      }
    }
    say("called " + completed);
  }

  private static void hear(TokenEvent event) {
    if (event instanceof TokenEvent.StoreUnavailable
        || event instanceof TokenEvent.StoreAvailable) {
      say(event.getClass().getSimpleName());
    }
  }

  /** A store that says when another program has the lease. */
  private static TokenStore telling(TokenStore store) {
    return new TokenStore() {
      @Override
      public Optional<String> load(String key) {
        return store.load(key);
      }

      @Override
      public boolean replace(String key, Optional<String> expected, String entry) {
        return store.replace(key, expected, entry);
      }

      @Override
      public boolean lease(String key, String holder, Duration duration) {
        boolean leased = store.lease(key, holder, duration);
        if (!leased) {
          say("waits for the lease");
        }
        return leased;
      }

      @Override
      public void release(String key, String holder) {
        store.release(key, holder);
      }
    };
  }

  private static void say(String what) {
    System.out.println("fleet " + what);
  }
}
