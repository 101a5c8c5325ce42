package visibuild.benchmark.token;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Takes a token that is valid. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {
  /** The token cache under test. */
  @Param public Keeper keeper = Keeper.VOLATILE;

  private @Nullable Tokens tokens;

  /** Fetches the token. */
  @Setup
  public void start() {
    tokens = keeper.tokens(new SlowEndpoint(Duration.ofHours(1), Duration.ZERO));
    String unused = tokens.token();
  }

  /** Closes the token cache. */
  @TearDown
  public void stop() {
    Objects.requireNonNull(tokens).close();
  }

  /** Takes the token for one call. */
  @Benchmark
  public String token() {
    return Objects.requireNonNull(tokens).token();
  }
}
