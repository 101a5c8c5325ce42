package visibuild.benchmark.call;

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
import visibuild.ClientCredentials;
import visibuild.Visibuild;

/**
 * The cost of a call listener. Without one, a call takes the time and the bytes of {@link
 * CallBenchmark}'s {@code VISIBUILD}; compare {@code gc.alloc.rate.norm} of both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListenerBenchmark {
  private static final String ID = "0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21";

  /** The listener under test. */
  public enum Listener {
    /** None is set. */
    UNSET,
    /** A listener that does nothing. */
    IDLE
  }

  /** The listener of the connection. */
  @Param public Listener listener = Listener.UNSET;

  private Transport.@Nullable Connection connection;
  private @Nullable Visibuild client;
  private @Nullable TicketsApi tickets;

  /** Connects, once the parameters are set. */
  @Setup
  public void start() {
    connection = Transport.MEMORY.connect();
    Visibuild.Builder builder =
        Visibuild.builder()
            .baseUrl(connection.url())
            .credential(ClientCredentials.of("benchmark", "benchmark", visibuild.Scope.READ))
            .httpClient(connection.http());
    if (listener == Listener.IDLE) {
      builder.callListener(event -> {});
    }
    client = builder.build();
    tickets = TicketsApiClient.create(client.readAccess());
  }

  /** Closes the client. */
  @TearDown
  public void stop() {
    Objects.requireNonNull(client).close();
    Objects.requireNonNull(connection).close();
  }

  /** Reads one ticket. */
  @Benchmark
  public Ticket ticket() {
    return Objects.requireNonNull(tickets).get(ID);
  }
}
