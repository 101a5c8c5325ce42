package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import visibuild.WriteAccess;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.TicketsApi;

/** Starts a program as {@code main} does, and reads what it prints. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "visibuild.region", "apac",
          "visibuild.client-id", "my-client",
          "visibuild.client-secret", "SECRET-VALUE",
          "visibuild.scope", "read");

  static Stream<Arguments> wrongProperties() {
    return Stream.of(
        wrong(
            "visibuild.region=apax",
            "The value of visibuild.region is not understood; use apac, eu or us."),
        wrong(
            "visibuild.scope=admin",
            "The value of visibuild.scope is not understood; use \"read\" or \"read write\"."),
        wrong(
            "visibuild.call-timeout=soon",
            "The value of visibuild.call-timeout is not understood; use a duration such as 30s or 2m."),
        wrong(
            "visibuild.retries=many",
            "The value of visibuild.retries is not understood; use a whole number from 0 to 20."),
        wrong("visibuild.retries=50", "visibuild.retries: "),
        wrong("visibuild.call-timeout=-1s", "visibuild.call-timeout: "),
        wrong(
            "visibuild.regoin=eu",
            "There is no property visibuild.regoin; did you mean visibuild.region?"),
        wrong("visibuild.clientsecre=x", "did you mean visibuild.client-secret?"),
        wrong(
            "visibuild.region=",
            "No Visibuild region or base URL is configured; set visibuild.region to apac, eu or us."),
        wrong(
            "visibuild.base-url=https://acme.test",
            "Both visibuild.region and visibuild.base-url are set; keep one of them."),
        wrong(
            "visibuild.token=legacy",
            "Both visibuild.client-id and visibuild.token are set; keep one kind of credential."),
        wrong(
            "visibuild.client-secret=",
            "visibuild.client-secret is missing or blank; set it in one of Spring's property sources."),
        wrong(
            "visibuild.client-secret=${NOT_SET}",
            "visibuild.client-secret is the placeholder ${NOT_SET}, which no property source resolves; set it."),
        wrong(
            "visibuild.client-id=",
            "visibuild.client-id is missing or blank; set the id of the credential."),
        wrong(
            "visibuild.client-secret-file=/nowhere/secret",
            "Both visibuild.client-secret and visibuild.client-secret-file are set; keep one."),
        wrong(
            "visibuild.scope=",
            "visibuild.scope is missing; set the scope of the credential, \"read\" or \"read write\"."),
        wrong(
            "visibuild.rate-limit.calls=5",
            "Set both visibuild.rate-limit.calls and visibuild.rate-limit.period, or neither."),
        wrong(
            "visibuild.policy-mode=log",
            "The value of visibuild.policy-mode is not understood; use enforce or warn."),
        wrong(
            "visibuild.usage-log.enabled=maybe",
            "The value of visibuild.usage-log.enabled is not understood; use true or false."),
        wrong(
            "visibuild.usage-log.file=/nowhere/usage.jsonl",
            "visibuild.usage-log.file names /nowhere/usage.jsonl, which is no file in an existing folder;"),
        wrong(
            "visibuild.usage-log.fiel=usage.jsonl",
            "There is no property visibuild.usage-log.fiel; did you mean visibuild.usage-log.file?"),
        wrong(
            "visibuild.rate-limit.perod=1m",
            "There is no property visibuild.rate-limit.perod; did you mean visibuild.rate-limit.period?"),
        wrong("visibuild.policy=/nowhere/policy.json", "visibuild.policy: "));
  }

  private static Arguments wrong(String property, String sentence) {
    return Arguments.of(property, sentence);
  }

  @ParameterizedTest
  @MethodSource("wrongProperties")
  void wrongProperty_isExplainedInOneSentence(
      String property, String sentence, CapturedOutput output) {
    start(NoBeans.class, property);
    assertThat(description(output)).contains(sentence).doesNotContain("SECRET-VALUE");
  }

  @Test
  void secretFileThatCannotBeRead_isExplainedWithoutItsPath(
      @TempDir Path folder, CapturedOutput output) throws Exception {
    Path latin = Files.write(folder.resolve("SECRET-VALUE"), new byte[] {'a', (byte) 0xe9});
    Map<String, String> reasons =
        Map.of(
            "/nowhere/SECRET-VALUE",
            "(it does not exist)",
            folder.toString(),
            "(it is no regular file)",
            latin.toString(),
            "(it is not UTF-8)");
    reasons.forEach(
        (file, reason) -> {
          start(NoBeans.class, "visibuild.client-secret=", "visibuild.client-secret-file=" + file);
          assertThat(output.getAll())
              .contains(
                  "The file that visibuild.client-secret-file names cannot be read "
                      + reason
                      + "; check the path and its permissions.")
              .doesNotContain("SECRET-VALUE");
        });
  }

  /** Two properties that were mixed up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "visibuild.scope=MIXED-UP-SECRET",
        "visibuild.region=MIXED-UP-SECRET",
        "visibuild.call-timeout=MIXED-UP-SECRET",
        "visibuild.base-url=MIXED-UP-SECRET",
        "visibuild.base-url=https://u:MIXED-UP-SECRET@h",
        "visibuild.retries=MIXED-UP-SECRET",
        "visibuild.policy-mode=MIXED-UP-SECRET",
        "visibuild.health.call-api=MIXED-UP-SECRET",
        "visibuild.client-secret-file=MIXED-UP-SECRET",
        "visibuild.token=MIXED-UP-SECRET",
        "visibuild.client-secret=\"MIXED-UP-SECRET\"",
        "visibuild.client-secret=Bearer MIXED-UP-SECRET"
      })
  void secretInAnotherProperty_isNowhereInTheOutput(String property, CapturedOutput output) {
    start(NoBeans.class, property);
    assertThat(output.getAll()).contains("visibuild.").doesNotContain("MIXED-UP-SECRET");
  }

  @Test
  void placeholderThatMayHoldTheSecret_isNotRepeated(CapturedOutput output) {
    start(NoBeans.class, "visibuild.client-secret=${NOT SET SECRET-VALUE}");
    assertThat(description(output))
        .contains("visibuild.client-secret is the placeholder ${...}, which no property source")
        .doesNotContain("SECRET-VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "10ms"})
  void wrongInterval_isExplainedInOneSentence(String interval, CapturedOutput output) {
    start(
        NoBeans.class,
        "visibuild.usage-log.enabled=true",
        "visibuild.usage-log.interval=" + interval);
    assertThat(description(output)).contains("visibuild.usage-log.interval");
  }

  @Test
  void noCredential_isExplained(CapturedOutput output) {
    start(NoBeans.class, "visibuild.client-id=", "visibuild.client-secret=");
    assertThat(description(output))
        .isEqualTo(
            "No Visibuild credential is configured; set visibuild.client-id,"
                + " visibuild.client-secret and visibuild.scope.");
  }

  @Test
  void everyVariable_configuresTheProgram(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "SECRET-VALUE\n");
    assertThat(
            startWithVariables(
                Map.of(
                    "VISIBUILD_REGION", "apac",
                    "VISIBUILD_CLIENT_ID", "my-client",
                    "VISIBUILD_CLIENT_SECRET_FILE", secret.toString(),
                    "VISIBUILD_SCOPE", "read",
                    "VISIBUILD_CALL_TIMEOUT", "30s",
                    "VISIBUILD_RATE_LIMIT_CALLS", "5",
                    "VISIBUILD_RATE_LIMIT_PERIOD", "1m",
                    "VISIBUILD_READ_SNAKE_CASE", "true",
                    "VISIBUILD_HEALTH_CALL_API", "false",
                    "VISIBUILD_PROJECT_ID", "7")))
        .isNull();
    assertThat(
            startWithVariables(
                Map.of(
                    "VISIBUILD_BASE_URL", "https://acme.test",
                    "VISIBUILD_CLIENT_ID", "my-client",
                    "VISIBUILD_CLIENT_SECRET", "SECRET-VALUE",
                    "VISIBUILD_SCOPE", "read",
                    "VISIBUILD_USER_AGENT", "desk")))
        .isNull();
  }

  @Test
  void misspelledVariable_isExplainedInOneSentence(CapturedOutput output) {
    startWithVariables(
        Map.of(
            "VISIBUILD_REGION", "apac",
            "VISIBUILD_CLIENT_ID", "my-client",
            "VISIBUILD_CLIENT_SECRT", "SECRET-VALUE",
            "VISIBUILD_SCOPE", "read"));
    assertThat(description(output))
        .isEqualTo(
            "There is no variable VISIBUILD_CLIENT_SECRT; did you mean VISIBUILD_CLIENT_SECRET?");
  }

  @Test
  void otherPropertiesBesideOurs_arePassedOver() {
    assertThat(start(NoBeans.class, "visibuild.project-id=7", "visibuild.my.own=x")).isNull();
  }

  @Test
  void readCredentialWithAClientThatWrites_isExplained(CapturedOutput output) {
    start(NeedsTickets.class);
    assertThat(description(output))
        .isEqualTo(
            "Desk needs TicketsApi, which writes, but visibuild.scope is \"read\"; use a credential"
                + " that was created with scope \"read write\" and set visibuild.scope to it, or"
                + " inject a client that only reads.");
  }

  @Test
  void readCredentialWithAWriteAccess_isExplained(CapturedOutput output) {
    start(NeedsWriteAccess.class);
    assertThat(description(output))
        .startsWith("Writer needs WriteAccess, which writes, but visibuild.scope is \"read\";");
  }

  @Test
  void clientThatThePolicyForbids_isExplained(@TempDir Path folder, CapturedOutput output)
      throws Exception {
    Path policy = folder.resolve("visibuild-policy.json");
    Files.writeString(policy, "{\"version\": 1, \"neverCall\": [\"api/core/v1/projects\"]}");
    start(NeedsProjects.class, "visibuild.policy=" + policy);
    assertThat(description(output))
        .contains("visibuild.spring.fixture.ProjectsApiClient is not permitted here");
  }

  @Test
  void secretFile_isRead(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "from-a-file\n");
    assertThat(
            start(
                NoBeans.class, "visibuild.client-secret=", "visibuild.client-secret-file=" + file))
        .isNull();
  }

  /** Starts a program in a process environment that has only {@code variables}. */
  private static Throwable startWithVariables(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    SpringApplication application = application(NoBeans.class);
    application.setEnvironment(environment);
    return catchThrowable(() -> application.run().close());
  }

  private static SpringApplication application(Class<?> program) {
    SpringApplication application = new SpringApplication(program);
    application.setBannerMode(Banner.Mode.OFF);
    application.setWebApplicationType(WebApplicationType.NONE);
    return application;
  }

  private static Throwable start(Class<?> program, String... properties) {
    SpringApplication application = application(program);
    List<String> arguments = new ArrayList<>();
    GOOD.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    for (String property : properties) {
      String name = property.substring(0, property.indexOf('='));
      arguments.removeIf(argument -> argument.startsWith("--" + name + "="));
      arguments.add("--" + property);
    }
    return catchThrowable(() -> application.run(arguments.toArray(String[]::new)).close());
  }

  /** Returns what stands between "Description:" and the next part. */
  private static String description(CapturedOutput output) {
    String all = output.getOut();
    int start = all.indexOf("Description:");
    assertThat(start).as("a failure analysis in %s", all).isPositive();
    String text = all.substring(start + "Description:".length());
    int action = text.indexOf("Action:");
    return (action < 0 ? text : text.substring(0, action)).strip();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NoBeans {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Desk.class)
  static class NeedsTickets {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Writer.class)
  static class NeedsWriteAccess {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Reader.class)
  static class NeedsProjects {}

  record Desk(TicketsApi tickets) {}

  record Writer(WriteAccess access) {}

  record Reader(ProjectsApi projects) {}
}
