package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import visibuild.Scope;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

@Tag("slow")
@VisibuildSandboxTest
@ExtendWith(OutputCaptureExtension.class)
class UsageLogTest {
  @TempDir private Path folder;

  @Test
  void file_getsTheLastIntervalWhenTheProgramEnds(VisibuildSandbox sandbox) throws Exception {
    Path file = folder.resolve("usage.jsonl");

    run(sandbox, "spring.application.name=desk", "visibuild.usage-log.file=" + file);

    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .first()
        .asString()
        .contains(
            "\"program\":\"desk\"",
            "{\"interface\":\"visibuild.spring.fixture.ProjectsApi\",\"method\":\"list\",\"scope\":\"READ\",\"count\":1}");
  }

  @Test
  void enabledWithoutAFile_writesToTheLogger(VisibuildSandbox sandbox, CapturedOutput output) {
    List<String> arguments = new ArrayList<>(properties(sandbox));
    arguments.add("visibuild.usage-log.enabled=true");
    arguments.add("visibuild.usage-log.program=import");
    arguments.replaceAll(each -> "--" + each);
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(Program.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new))) {
      assertThat(program.getBean(ProjectsApi.class).all()).isNotEmpty();
    }

    // The closed logging system may write the last, empty interval too.
    assertThat(output.getOut().lines().filter(line -> line.contains("\"visibuildUsage\":1")))
        .first()
        .asString()
        .contains("visibuild.usage", "\"program\":\"import\"", "\"count\":1");
  }

  @Test
  void fileOfADisabledLog_isNotWritten(VisibuildSandbox sandbox, CapturedOutput output) {
    Path file = folder.resolve("usage.jsonl");

    run(sandbox, "visibuild.usage-log.enabled=false", "visibuild.usage-log.file=" + file);
    run(sandbox, "visibuild.usage-log.file=");

    assertThat(file).doesNotExist();
    assertThat(output).doesNotContain("visibuildUsage");
  }

  private static List<String> properties(VisibuildSandbox sandbox) {
    Map<String, String> variables = sandbox.environment(Scope.READ);
    return List.of(
        "visibuild.base-url=" + sandbox.baseUrl(),
        "visibuild.client-id=" + variables.get("VISIBUILD_CLIENT_ID"),
        "visibuild.client-secret=" + variables.get("VISIBUILD_CLIENT_SECRET"),
        "visibuild.scope=read");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Program {}

  private static void run(VisibuildSandbox sandbox, String... properties) {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(VisibuildAutoConfiguration.class))
        .withPropertyValues(properties(sandbox).toArray(String[]::new))
        .withPropertyValues(properties)
        .run(context -> assertThat(context.getBean(ProjectsApi.class).all()).isNotEmpty());
  }
}
