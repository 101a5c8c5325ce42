package visibuild.audit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private List<String> classPath;

  @BeforeEach
  void makeAModule() throws IOException {
    classPath =
        List.of(
            folder.resolve("not-compiled/classes").toString(),
            jar(folder.resolve("desk.jar"), TICKETS, VISIS).toString());
  }

  @Test
  void checkPassesWhereThePolicyHolds() throws IOException {
    CheckGoal check = check("{\"version\": 1, \"mayWrite\": [\"com.acme.*\"]}");
    assertThatCode(check::execute).doesNotThrowAnyException();
  }

  @Test
  void checkFailsTheBuildWithRuleFileAndLine() throws IOException {
    CheckGoal check = check("{\"version\": 1, \"mayWrite\": []}");
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("com/acme/TicketsApi.java:17: [write-not-allowed]");
  }

  @Test
  void filesAreNamedFromTheTopOfTheBuild() throws IOException {
    CheckGoal check = check("{\"version\": 1, \"highestScope\": \"READ\"}");
    check.top = folder.toFile();
    check.format = "json";
    check.output = folder.resolve("audit.json").toFile();
    assertThatThrownBy(check::execute).hasMessageContaining("(policy.json:1)");
    assertThat(check.output)
        .content()
        .contains("\"origin\": \"desk.jar\"")
        .doesNotContain(folder.toString());
  }

  @Test
  void checkWritesItsReportAlsoWhereItFails() throws IOException {
    CheckGoal check = check("{\"version\": 1, \"mayWrite\": []}");
    check.output = folder.resolve("out/audit.sarif").toFile();
    assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
    assertThat(check.output).content().contains("\"ruleId\": \"write-not-allowed\"");
  }

  @Test
  void policyThatCannotBeReadIsNoBrokenPolicy() throws IOException {
    assertThatThrownBy(check("{\"version\": 9}")::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("this is a policy of version 9");
  }

  @Test
  void skippedGoalReadsNothing() throws IOException {
    CheckGoal check = check("no policy at all");
    check.skip = true;
    assertThatCode(check::execute).doesNotThrowAnyException();
  }

  @Test
  void lockMakesALockThatHolds() throws Exception {
    LockGoal lock = goal(new LockGoal());
    lock.lock = folder.resolve("lock.json").toFile();
    lock.execute();
    CheckGoal check = check("{\"version\": 1, \"lock\": \"lock.json\"}");
    assertThatCode(check::execute).doesNotThrowAnyException();
  }

  @Test
  void lockIsWrittenWhereThePolicyNamesIt() throws Exception {
    check("{\"version\": 1, \"lock\": \"team.json\"}");
    Files.move(folder.resolve("policy.json"), folder.resolve("visibuild-policy.json"));
    LockGoal lock = goal(new LockGoal());
    lock.module = folder.toFile();
    lock.execute();
    assertThat(folder.resolve("team.json")).content().contains("com.acme.TicketsApi");
    assertThat(folder.resolve("visibuild-lock.json")).doesNotExist();
  }

  @Test
  void moduleThatIsNotCompiledGetsNoLock() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src/com/acme"));
    Files.createFile(sources.resolve("DeskApi.java"));
    LockGoal lock = goal(new LockGoal());
    lock.lock = folder.resolve("lock.json").toFile();
    lock.sourceFolders = List.of(folder.resolve("src").toString());
    lock.classes = folder.resolve("not-compiled/classes").toFile();
    assertThatThrownBy(lock::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("mvn compile visibuild-audit:lock");
    assertThat(lock.lock).doesNotExist();
  }

  @Test
  void moduleWithoutAClientPassesWhereThatIsAllowed() throws IOException {
    CheckGoal check = check("{\"version\": 1}");
    check.classPath = List.of();
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("no client found");
    check.allowEmpty = true;
    assertThatCode(check::execute).doesNotThrowAnyException();
  }

  @Test
  void init_writesFilesThatHoldAndReplacesNone() throws Exception {
    InitGoal init = goal(new InitGoal(CLOCK));
    init.folder = folder.toFile();
    init.approvedBy = "Kim Lee";
    init.execute();

    Path policy = folder.resolve("visibuild-policy.json");
    assertThat(policy).content().contains("com.acme.TicketsApi#open", "Kim Lee", "2027-04-01");
    assertThat(folder.resolve("visibuild-policy.md")).exists();
    CheckGoal check = check(Files.readString(policy));
    assertThatCode(check::execute).doesNotThrowAnyException();
    assertThatThrownBy(init::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("init replaces none");
  }

  @Test
  void usage_proposesAPatchAndFailsOnlyIfAsked() throws Exception {
    UsageGoal usage =
        usage(
            "{\"visibuildUsage\":1,\"process\":\"p\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-12-31T00:00:00Z\",\"calls\":[]}");
    usage.patch = folder.resolve("out/smaller.patch").toFile();
    usage.execute();

    assertThat(usage.patch).content().contains("-{\"version\": 1, \"mayWrite\": [\"com.acme.*\"]}");
    usage.failOnUnused = true;
    assertThatThrownBy(usage::execute).isInstanceOf(MojoFailureException.class);
    usage.skip = true;
    assertThatCode(usage::execute).doesNotThrowAnyException();
  }

  @Test
  void usageLineThatCannotBeRead_isAnErrorOfTheBuild() throws Exception {
    assertThatThrownBy(usage("{\"visibuildUsage\":1")::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("Lines that could not be read: 1;");
  }

  private UsageGoal usage(String lines) throws IOException {
    UsageGoal usage = new UsageGoal(CLOCK);
    usage.policy =
        Files.writeString(
                folder.resolve("policy.json"), "{\"version\": 1, \"mayWrite\": [\"com.acme.*\"]}")
            .toFile();
    usage.files = List.of(Files.writeString(folder.resolve("usage.jsonl"), lines).toFile());
    return usage;
  }

  @Test
  void unknownFormatIsRefusedWithTheKnownOnes() throws IOException {
    CheckGoal check = check("{\"version\": 1}");
    check.format = "pdf";
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("text, json, markdown, sarif, html");
  }

  @Test
  void reportWritesThePage() throws Exception {
    ReportGoal report = goal(new ReportGoal());
    report.output = folder.resolve("target/audit.html").toFile();
    report.execute();
    assertThat(report.output).content().contains("<title>desk can write</title>");
  }

  @Test
  void formatOfAGoal_followsTheNameOfItsFile() throws Exception {
    ReportGoal report = goal(new ReportGoal());
    report.output = folder.resolve("audit.md").toFile();
    report.execute();
    CheckGoal check = check("{\"version\": 1}");
    check.output = folder.resolve("check.html").toFile();
    check.execute();

    assertThat(report.output).content().startsWith("# desk can write");
    assertThat(check.output).content().startsWith("<!DOCTYPE html>");
    check.format = "sarif";
    assertThatThrownBy(check::execute)
        .hasMessageContaining("the name stands for html, and the report would be sarif");
  }

  @Test
  void twoGoalsWithOneFile_areRefused() throws Exception {
    Map<Object, Object> build = new HashMap<>();
    CheckGoal check = check("{\"version\": 1}");
    check.setPluginContext(build);
    check.output = folder.resolve("x.sarif").toFile();
    ReportGoal report = goal(new ReportGoal());
    report.setPluginContext(build);
    report.output = folder.resolve("target/../x.sarif").toFile();

    check.execute();
    assertThatCode(check::execute).doesNotThrowAnyException();
    assertThatThrownBy(report::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("another goal of this build wrote its report to this file");
  }

  @Test
  void fileThatAGoalReads_isNoPlaceForItsReport() throws Exception {
    CheckGoal check = check("{\"version\": 1, \"extends\": \"company-policy.json\"}");
    Files.writeString(folder.resolve("company-policy.json"), "{\"version\": 1}");
    for (String input : List.of("policy.json", "company-policy.json", "desk.jar")) {
      check.format = "json";
      check.output = folder.resolve(input).toFile();
      assertThatThrownBy(check::execute).hasMessageContaining("is read by the same command");
    }
    UsageGoal usage = usage("");
    usage.patch = usage.policy;
    assertThatThrownBy(usage::execute).hasMessageContaining("is read by the same command");
  }

  private CheckGoal check(String policy) throws IOException {
    CheckGoal check = goal(new CheckGoal(CLOCK));
    check.policy = Files.writeString(folder.resolve("policy.json"), policy).toFile();
    return check;
  }

  private <G extends ProgramGoal> G goal(G goal) {
    goal.name = "desk";
    goal.classPath = classPath;
    return goal;
  }
}
