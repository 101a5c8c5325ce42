package visibuild.benchmark.token;

import java.time.Instant;

/** The usual hand-written cache: one lock around everything. */
final class HandWritten implements Tokens {
  private final SlowEndpoint endpoint;
  private SlowEndpoint.Grant grant = new SlowEndpoint.Grant("", Instant.MIN);

  HandWritten(SlowEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public synchronized String token() {
    if (!Instant.now().isBefore(grant.end())) {
      SlowEndpoint.Grant fresh = endpoint.ask();
      grant = new SlowEndpoint.Grant(fresh.token(), fresh.end().minus(endpoint.margin()));
    }
    return grant.token();
  }
}
