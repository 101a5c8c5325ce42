package visibuild.benchmark.call;

import java.util.List;

/** One way to read tickets. The measurement covers the path from a method call to its records. */
interface Client extends AutoCloseable {
  /** One ticket of a kilobyte. */
  Ticket ticket(String id);

  /** Two hundred of them. */
  List<Ticket> tickets();

  @Override
  default void close() {}
}
