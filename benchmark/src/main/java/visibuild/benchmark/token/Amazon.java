package visibuild.benchmark.token;

import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.NonBlocking;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** Amazon's {@code CachedSupplier}, renewing in the background. */
final class Amazon implements Tokens {
  private final CachedSupplier<String> supplier;

  Amazon(SlowEndpoint endpoint) {
    supplier =
        CachedSupplier.builder(
                () -> {
                  SlowEndpoint.Grant grant = endpoint.ask();
                  return RefreshResult.builder(grant.token())
                      .staleTime(grant.end().minus(endpoint.margin()))
                      .prefetchTime(grant.end().minus(endpoint.window()))
                      .build();
                })
            .prefetchStrategy(new NonBlocking("benchmark"))
            .build();
  }

  @Override
  public String token() {
    return supplier.get();
  }

  @Override
  public void close() {
    supplier.close();
  }
}
