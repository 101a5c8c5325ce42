package visibuild.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.read.ProgramInput;
import visibuild.audit.read.ProgramReader;
import visibuild.audit.read.ResourceLimits;
import visibuild.audit.report.Format;
import visibuild.audit.report.SourceRoots;

/** Audits one jar, as the command does, and prints what the JVM used for it. */
final class LargeProgramAudit {
  private LargeProgramAudit() {}

  /** Writes the JSON report on the first argument, a jar, to the second. */
  public static void main(String[] arguments) throws Exception {
    Program program =
        new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse("desk=" + arguments[0]));
    Files.writeString(
        Path.of(arguments[1]),
        Format.JSON.render(Findings.about(List.of(program)), SourceRoots.NONE));
    System.out.printf(
        "%d %d%n",
        ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L),
        residentMegabytes());
  }

  /** The peak of the resident memory; 0 where the system does not tell. */
  private static long residentMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
