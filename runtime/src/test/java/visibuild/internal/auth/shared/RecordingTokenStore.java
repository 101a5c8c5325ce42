package visibuild.internal.auth.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import visibuild.TokenStore;

/** A store that keeps what is done, and lets a test hold up its looks. */
final class RecordingTokenStore implements TokenStore {
  final TokenStore memory = TokenStore.inMemory();
  final List<String> done = new CopyOnWriteArrayList<>();
  final List<Duration> leased = new CopyOnWriteArrayList<>();
  volatile CountDownLatch hangs = new CountDownLatch(0);
  volatile CountDownLatch leaseHangs = new CountDownLatch(0);
  volatile Runnable beforeRelease = () -> {};
  volatile Runnable afterLease = () -> {};

  @Override
  public Optional<String> load(String key) {
    done.add("load");
    await(hangs);
    return memory.load(key);
  }

  @Override
  public boolean replace(String key, Optional<String> expected, String entry) {
    done.add("replace");
    return memory.replace(key, expected, entry);
  }

  @Override
  public boolean lease(String key, String holder, Duration duration) {
    done.add("lease");
    leased.add(duration);
    boolean leased = memory.lease(key, holder, duration);
    await(leaseHangs);
    afterLease.run();
    return leased;
  }

  @Override
  public void release(String key, String holder) {
    beforeRelease.run();
    memory.release(key, holder);
    done.add("release");
  }

  static void await(CountDownLatch latch) {
    // A store that no interrupt ends.
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
