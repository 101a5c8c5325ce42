package visibuild.benchmark.call;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import visibuild.benchmark.MarkdownTable;

/**
 * The time of a call over the memory socket. All contenders take turns in one JVM, in batches
 * shorter than a time slice, so that other programs on the machine hardly change the ratios.
 */
public final class CallTurnsTable {
  private static final List<Contender> CONTENDERS =
      List.of(Contender.RETROFIT, Contender.VISIBUILD, Contender.OKHTTP);
  private static final String ID = "0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21";

  private CallTurnsTable() {}

  /** Writes the table {@code call-turns}. */
  public static void main(String[] arguments) {
    Transport.Connection connection = Transport.MEMORY.connect();
    List<Client> clients =
        CONTENDERS.stream().map(each -> each.client(connection.http(), connection.url())).toList();
    double[][] one = micros(clients, client -> client.ticket(ID), 40, 2_000);
    double[][] many = micros(clients, Client::tickets, 2, 1_000);
    MarkdownTable table =
        new MarkdownTable("one call, in turns", "1 KB", "ratio", "200 records", "ratio");
    for (int i = 0; i < clients.size(); i++) {
      table.row(
          CONTENDERS.get(i).title(),
          "%.1f µs".formatted(median(one[i])),
          "%.2f".formatted(ratio(one, i)),
          "%.0f µs".formatted(median(many[i])),
          "%.2f".formatted(ratio(many, i)));
    }
    table.publish("call-turns");
    clients.forEach(Client::close);
    connection.close();
  }

  /** Returns the microseconds of one call in each round, for each client. */
  private static double[][] micros(
      List<Client> clients, Consumer<Client> call, int batch, int rounds) {
    double[][] micros = new double[clients.size()][rounds];
    for (int round = -rounds / 2; round < rounds; round++) {
      for (int i = 0; i < clients.size(); i++) {
        long start = System.nanoTime();
        for (int k = 0; k < batch; k++) {
          call.accept(clients.get(i));
        }
        if (round >= 0) {
          micros[i][round] = (System.nanoTime() - start) / 1e3 / batch;
        }
      }
    }
    return micros;
  }

  /** Returns the median of the rounds' ratios to the first contender. */
  private static double ratio(double[][] micros, int contender) {
    double[] ratios = new double[micros[0].length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = micros[contender][round] / micros[0][round];
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
