package visibuild.benchmark.call;

import java.time.Duration;

/** Makes one call in a new JVM, and prints its wall time and the CPU time of the whole process. */
public final class FirstCall {
  private FirstCall() {}

  /** Takes the contender and the server's URL. */
  public static void main(String[] arguments) {
    Contender contender = Contender.valueOf(arguments[0]);
    long start = System.nanoTime();
    Client client = contender.client(Transport.standard(), arguments[1]);
    Ticket ticket = client.ticket("0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21");
    long taken = System.nanoTime() - start;
    if (ticket.ticketNo() == 0) {
      throw new IllegalStateException("That is not the ticket.");
    }
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.println(taken + " " + cpu.toNanos());
    System.exit(0);
  }
}
