package visibuild.benchmark.call;

import java.util.List;
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

/** Reads of one ticket of a kilobyte and of two hundred, by each of the contenders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  private static final String ID = "0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21";

  /** The client under test. */
  @Param public Contender contender = Contender.VISIBUILD;

  /** Over what. */
  @Param public Transport transport = Transport.MEMORY;

  private Transport.@Nullable Connection connection;
  private @Nullable Client client;

  /** Connects, once the parameters are set. */
  @Setup
  public void start() {
    connection = transport.connect();
    client = contender.client(connection.http(), connection.url());
  }

  /** Closes the client. */
  @TearDown
  public void stop() {
    Objects.requireNonNull(client).close();
    Objects.requireNonNull(connection).close();
  }

  /** One ticket. */
  @Benchmark
  public Ticket ticket() {
    return Objects.requireNonNull(client).ticket(ID);
  }

  /** Two hundred. */
  @Benchmark
  public List<Ticket> tickets() {
    return Objects.requireNonNull(client).tickets();
  }
}
