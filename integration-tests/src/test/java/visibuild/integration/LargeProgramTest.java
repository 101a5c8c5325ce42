package visibuild.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit of a Spring Boot jar of 100 MB. */
@Tag("slow")
class LargeProgramTest {
  private static final long BYTES = 100_000_000;

  @TempDir private static Path folder;
  private static Path small;
  private static Path large;

  @BeforeAll
  static void writeThePrograms() throws IOException {
    small = LargeProgram.write(folder.resolve("small.jar"), 0);
    large = LargeProgram.write(folder.resolve("large.jar"), BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1g", "512m"})
  void jarOf100Megabytes_isAuditedWithinTheHeapWithTheFindingsOfItsCode(String heap)
      throws Exception {
    assertThat(Files.size(large)).isGreaterThanOrEqualTo(BYTES);

    String report = audit(large, heap).report();

    assertThat(report).contains("\"needs\": \"READ_WRITE\"", "OpenTicket.main");
    assertThat(report.replace(large.toString(), small.toString()))
        .isEqualTo(audit(small, heap).report());
  }

  /** Prints a line of the table in the documentation; {@code benchmark/table audit} runs it. */
  @Test
  @EnabledIfSystemProperty(named = "visibuild.measure", matches = "[1-9]\\d*")
  void jarOf100Megabytes_isMeasured() throws Exception {
    for (int run = 0; run < Integer.getInteger("visibuild.measure"); run++) {
      for (String heap : List.of("1g", "512m")) {
        Audited audited = audit(large, heap);
        System.out.printf(
            "| %d MB, -Xmx%s | %.1f s | %.1f s | %d MB |%n",
            Files.size(large) / 1_000_000,
            heap,
            audited.wall().toMillis() / 1000.0,
            audited.cpuMillis() / 1000.0,
            audited.megabytes());
      }
    }
  }

  static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The report, and what the process used: wall time, CPU time, peak of the resident memory. */
  private record Audited(String report, Duration wall, long cpuMillis, long megabytes) {}

  private static Audited audit(Path jar, String heap) throws Exception {
    Path report = folder.resolve("report.json");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                LargeProgramAudit.class.getName(),
                jar.toString(),
                report.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    // The lines before are messages of the JVM, such as "Picked up JAVA_TOOL_OPTIONS".
    List<String> lines = output.strip().lines().toList();
    String[] used = lines.get(lines.size() - 1).split(" ", -1);
    return new Audited(
        Files.readString(report), wall, Long.parseLong(used[0]), Long.parseLong(used[1]));
  }
}
