package visibuild.audit;

import java.util.Comparator;
import java.util.List;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;

/**
 * A program, as its class path shows it.
 *
 * @param name what the program is called in reports
 * @param clients its clients, sorted by interface and origin
 * @since 0.1
 */
public record Program(String name, List<Client> clients) {
  private static final Comparator<Client> ORDER =
      Comparator.comparing((Client client) -> client.descriptor().api())
          .thenComparing(Client::origin);

  /** Makes a program of a sorted copy of {@code clients}. */
  public Program {
    clients = clients.stream().sorted(ORDER).toList();
  }

  /**
   * The scope that the program's credential must have: the least that serves every client. It means
   * nothing where the program {@link #isUnknown}.
   */
  public Access needs() {
    return clients.stream()
        .map(client -> client.descriptor().scope())
        .max(Comparator.naturalOrder())
        .orElse(Access.READ);
  }

  /**
   * Whether no client was found: then nothing is known of what the program can do, since calls that
   * are made in another way leave no trace.
   */
  public boolean isUnknown() {
    return clients.isEmpty();
  }

  /** Every call that the program can make, by interface, then in the order of its source. */
  public List<Call> calls() {
    return clients.stream()
        .flatMap(
            client ->
                client.descriptor().methods().stream().map(method -> new Call(client, method)))
        .toList();
  }

  /** The calls that force the program to hold a credential that can write. */
  public List<Call> writes() {
    return calls().stream().filter(call -> call.method().writes()).toList();
  }

  /** The calls that only read. */
  public List<Call> reads() {
    return calls().stream().filter(call -> !call.method().writes()).toList();
  }

  /** What its interfaces say. */
  public List<Descriptor> descriptors() {
    return clients.stream().map(Client::descriptor).distinct().toList();
  }
}
