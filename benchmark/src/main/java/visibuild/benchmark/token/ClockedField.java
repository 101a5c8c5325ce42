package visibuild.benchmark.token;

import java.time.Duration;
import java.time.Instant;

/** A volatile field and one look at the clock: the limit for a token that expires. */
final class ClockedField implements Tokens {
  private final long startNanos = System.nanoTime();
  private final long lifeNanos;
  private volatile String token;

  ClockedField(SlowEndpoint endpoint) {
    SlowEndpoint.Grant grant = endpoint.ask();
    token = grant.token();
    lifeNanos = Duration.between(Instant.now(), grant.end()).toNanos();
  }

  @Override
  public String token() {
    String current = token;
    if (System.nanoTime() - startNanos >= lifeNanos) {
      throw new IllegalStateException("The token has expired; this class does not renew it.");
    }
    return current;
  }
}
