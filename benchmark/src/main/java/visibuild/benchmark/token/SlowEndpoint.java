package visibuild.benchmark.token;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A token endpoint that takes its time, and counts. */
final class SlowEndpoint {
  private final Duration life;

  private final Duration delay;
  private final AtomicInteger requests = new AtomicInteger();

  SlowEndpoint(Duration life, Duration delay) {
    this.life = life;
    this.delay = delay;
  }

  /** A token and when it ends. */
  record Grant(String token, Instant end) {}

  Duration life() {
    return life;
  }

  /** The last tenth of a life is not used, by any of the contenders. */
  Duration margin() {
    return life.dividedBy(10);
  }

  /** A token is renewed in the last quarter of its life, by those that renew ahead. */
  Duration window() {
    return life.dividedBy(4);
  }

  int requests() {
    return requests.get();
  }

  Grant ask() {
    int number = requests.incrementAndGet();
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Grant("token-" + number, Instant.now().plus(life));
  }
}
