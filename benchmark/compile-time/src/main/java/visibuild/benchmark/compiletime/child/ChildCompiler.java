package visibuild.benchmark.compiletime.child;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * The measured process: runs javac, then prints one line with the cost. A process knows its
 * resource usage best at its end.
 */
final class ChildCompiler {
  private static final Path LINUX_STATUS = Path.of("/proc/self/status");
  private static final String LINUX_PEAK = "VmHWM:";

  private ChildCompiler() {}

  /** Compiles as javac would with {@code arguments}. */
  public static void main(String[] arguments) throws IOException {
    int failed = ToolProvider.getSystemJavaCompiler().run(null, System.err, System.err, arguments);
    if (failed != 0) {
      System.exit(failed);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(
        Cost.line(
            system.getProcessCpuTime(),
            ManagementFactory.getRuntimeMXBean().getUptime(),
            peakKilobytes()));
  }

  /** Returns the peak memory of the process; available on Linux only. */
  private static long peakKilobytes() throws IOException {
    List<String> status = Files.exists(LINUX_STATUS) ? Files.readAllLines(LINUX_STATUS) : List.of();
    return status.stream()
        .filter(line -> line.startsWith(LINUX_PEAK))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
