package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.FakeVisibuild;

/** The cost of a valid token, which each call pays. */
class ValidTokenCostTest {
  private static final int READS = 10_000;

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness harness = new TokenProviderHarness(server);

  @Test
  void validToken_isReadWithoutAllocation() throws Exception {
    harness.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider provider = harness.provider();
    Call call = harness.call();
    // The first fetches the token, the second reads the wall clock.
    AccessToken token = provider.token(call);
    assertThat(provider.token(call)).isSameAs(token);

    long before = allocatedBytes();
    for (int i = 0; i < READS; i++) {
      AccessToken unused = provider.token(call);
    }
    long allocated = allocatedBytes() - before;

    // The smallest object has eight bytes or more.
    assertThat(allocated).isLessThan(READS);
  }

  /** By reflection, because the module that the tests are compiled in does not read this one. */
  private static long allocatedBytes() throws ReflectiveOperationException {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    return (long)
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes")
            .invoke(threads);
  }
}
