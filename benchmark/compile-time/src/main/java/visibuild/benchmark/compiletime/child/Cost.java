package visibuild.benchmark.compiletime.child;

/**
 * The cost of one compilation for its process, including the start of the JVM.
 *
 * @param cpuSeconds time of all its threads, in the program and in the kernel
 * @param wallSeconds time from its start
 * @param peakMegabytes the most memory it had at once; 0 if the system does not report it
 */
public record Cost(double cpuSeconds, double wallSeconds, double peakMegabytes) {
  private static final String PREFIX = "cost";

  static String line(long cpuNanos, long wallMillis, long peakKilobytes) {
    return String.join(
        " ",
        PREFIX,
        Long.toString(cpuNanos),
        Long.toString(wallMillis),
        Long.toString(peakKilobytes));
  }

  /** Reads the line that {@link ChildCompiler} ends with. */
  static Cost parse(String output) {
    String line =
        output
            .lines()
            .filter(each -> each.startsWith(PREFIX + " "))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("The compiler says no cost:\n" + output));
    String[] parts = line.split(" ", -1);
    return new Cost(
        Long.parseLong(parts[1]) / 1e9,
        Long.parseLong(parts[2]) / 1e3,
        Long.parseLong(parts[3]) / 1024.0);
  }
}
