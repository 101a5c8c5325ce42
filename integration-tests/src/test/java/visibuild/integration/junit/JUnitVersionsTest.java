package visibuild.integration.junit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the extension of the sandbox on JUnit 5, here, and on JUnit 6, in a JVM of its own. */
class JUnitVersionsTest {
  private static final Path JUNIT_6 = Path.of("target", "junit-6", "junit-6.jar");

  @Test
  void extension_worksOnJUnit5() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(ExtensionExample.class))
        .execute()
        .testEvents()
        .assertStatistics(stats -> stats.started(3).succeeded(3));
  }

  @Test
  @Tag("slow")
  void extension_worksOnJUnit6() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPathWithJUnit6(),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--select-class=" + ExtensionExample.class.getName())
            .redirectErrorStream(true)
            .start();

    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).containsPattern("JUnit 6\\.\\d").contains("3 tests successful");
  }

  private static String classPathWithJUnit6() {
    return Stream.concat(
            Stream.of(JUNIT_6.toString()),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !isOfJUnit5(Path.of(entry).getFileName().toString())))
        .collect(joining(File.pathSeparator));
  }

  private static boolean isOfJUnit5(String jar) {
    return jar.startsWith("junit-");
  }
}
