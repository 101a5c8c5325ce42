package visibuild.benchmark.call;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Makes one call in a new JVM, and prints its wall and CPU time in nanoseconds. */
public final class FirstCall {
  private FirstCall() {}

  /** Takes the contender and the server's URL. */
  public static void main(String[] arguments) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Contender contender = Contender.valueOf(arguments[0]);
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    Client client = contender.client(Transport.standard(), arguments[1]);
    Ticket ticket = client.ticket("0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21");
    long wallTaken = System.nanoTime() - wall;
    long cpuTaken = system.getProcessCpuTime() - cpu;
    if (ticket.ticketNo() == 0) {
      throw new IllegalStateException("That is not the ticket.");
    }
    System.out.println(wallTaken + " " + cpuTaken);
    System.exit(0);
  }
}
