package visibuild.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.jar;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import visibuild.audit.Samples;

class CommandLineTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-06-30T23:59:59Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path desk;

  @BeforeEach
  void makeAProgram() throws IOException {
    desk = jar(folder.resolve("desk.jar"), TICKETS, VISIS);
  }

  @Test
  void reportHolds() {
    assertThat(run("report", desk)).isZero();
    assertThat(out.toString()).startsWith("desk needs READ_WRITE\n");
  }

  @Test
  void init_writesAPolicyAndALockThatHoldAtOnce() throws IOException {
    Path made = folder.resolve("made");
    assertThat(run("init", "--folder", made, desk)).isZero();
    assertThat(out.toString().strip())
        .endsWith(
            "visibuild audit check --policy " + made.resolve("visibuild-policy.json") + " " + desk);
    Path policy = made.resolve("visibuild-policy.json");
    assertThat(policy).content().contains("com.acme.TicketsApi#open", "2027-09-28");
    assertThat(made.resolve("visibuild-policy.md")).content().contains("com.acme.TicketsApi#open");
    assertThat(run("check", "--policy", policy, desk)).isZero();
    assertThat(run("init", "--folder", made, desk)).isEqualTo(2);
    assertThat(err.toString()).contains("init replaces none");
  }

  @Test
  void reportIsWrittenToAFile() throws IOException {
    Path page = folder.resolve("made/for/it/report.html");
    assertThat(run("report", "--format", "html", "--output", page, desk)).isZero();
    assertThat(page).content().startsWith("<!DOCTYPE html>");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--days=0, --days is 0. Name a number from 1 on.",
    "--days=-3, --days is -3. Name a number from 1 on.",
    "--approved-by=, The name in the approvals is blank.",
    "--approved-by=\u200b, The name in the approvals is blank."
  })
  void init_proposesNoPolicyThatCannotHold(String option, String message) {
    assertThat(run("init", "--folder", folder, option, desk)).isEqualTo(2);
    assertThat(err.toString()).startsWith(message);
    assertThat(folder.resolve("visibuild-policy.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "report.html, <!DOCTYPE html>",
    "report.json, {",
    "report.sarif, '{\n  \"$schema\"'",
    "report.md, '# '",
    "report.txt, desk needs",
    "report, desk needs"
  })
  void formatOfAReport_followsTheNameOfItsFile(String name, String start) throws IOException {
    Path file = folder.resolve(name);
    assertThat(run("report", "--output", file, desk)).isZero();
    assertThat(file).content().startsWith(start);
  }

  @ParameterizedTest
  @CsvSource({"html, report.sarif", "sarif, report.html", "text, report.json", "json, report.md"})
  void formatThatTheNameOfTheFileContradicts_isRefused(String format, String name) {
    Path file = folder.resolve(name);
    assertThat(run("report", "--format", format, "--output", file, desk)).isEqualTo(2);
    assertThat(err.toString()).contains("and the report would be " + format + ". Name another");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy.json", "lock.json", "desk.jar", "link.json", "hard.json"})
  void fileThatTheCommandReads_isNoPlaceForItsReport(String name) throws IOException {
    write("lock.json", "{\"version\": 1, \"writes\": []}");
    Path policy = write("policy.json", "{\"version\": 1, \"lock\": \"lock.json\"}");
    Files.createSymbolicLink(folder.resolve("link.json"), policy);
    Files.createLink(folder.resolve("hard.json"), folder.resolve("lock.json"));
    Path file = folder.resolve("sub/..").resolve(name);
    Files.createDirectories(folder.resolve("sub"));
    byte[] before = Files.readAllBytes(file);

    for (String command : List.of("report", "check")) {
      assertThat(run(command, "--policy", policy, "--format", "json", "--output", file, desk))
          .isEqualTo(2);
    }

    assertThat(err.toString()).contains("is read by the same command, so it is not replaced");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "company-policy.json, check --policy policy.json desk.jar",
    "group-policy.json, report --policy policy.json desk.jar",
    "group-policy.json, usage --policy policy.json usage.jsonl",
    "lib/part.jar, report lib/*",
    "lib/part.jar, report lib",
    "lib/part.jar, report app.jar",
    "lib/part.jar, diff desk.jar lib/*",
    "classes/com/acme/Odd.class, report classes",
    "classes/META-INF/visibuild/com.acme.VisisApi.json, report classes"
  })
  void fileThatTheCommandReadsThroughAnother_isNoPlaceForItsReport(String name, String command)
      throws IOException {
    write("policy.json", "{\"version\": 1, \"extends\": \"company-policy.json\"}");
    write("company-policy.json", "{\"version\": 1, \"extends\": \"group-policy.json\"}");
    write("group-policy.json", "{\"version\": 1}");
    write("usage.jsonl", usageLine("2027-01-01", "open", "READ_WRITE"));
    jar(Files.createDirectories(folder.resolve("lib")).resolve("part.jar"), VISIS);
    byte[] manifest =
        "Manifest-Version: 1.0\r\nClass-Path: lib/part.jar\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("app.jar"), Samples.zip(Map.of("META-INF/MANIFEST.MF", manifest)));
    Map<String, byte[]> classes = new LinkedHashMap<>(Samples.entries(VISIS));
    classes.put(
        "com/acme/Odd.class", Samples.classImplementing("com/acme/Odd", "visibuild/WriteAccess"));
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      Path place = folder.resolve("classes").resolve(entry.getKey());
      Files.createDirectories(place.resolveSibling(""));
      Files.write(place, entry.getValue());
    }
    Path file = folder.resolve(name);
    byte[] before = Files.readAllBytes(file);
    List<Object> arguments = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      boolean isPlace = !arguments.isEmpty() && !word.startsWith("-");
      arguments.add(isPlace ? folder + "/" + word : word);
    }
    arguments.add(command.startsWith("usage") ? "--patch" : "--output");
    arguments.add(file);

    assertThat(run(arguments.toArray())).isEqualTo(2);

    assertThat(err.toString()).contains("is read by the same command, so it is not replaced");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void reportBesideTheProgramsOfAFolder_isReplaced() {
    Path report = folder.resolve("report.html");

    assertThat(run("report", folder, "--output", report)).isZero();
    assertThat(run("report", folder, "--output", report)).isZero();
  }

  @Test
  void fileThatCannotBeWrittenIsNamedWithItsReason() throws IOException {
    Path file = write("file", "");
    Path below = file.resolve("access/report.txt");
    assertThat(run("report", "--output", below, desk)).isEqualTo(2);
    assertThat(err.toString().strip())
        .startsWith(below + ": it cannot be written (")
        .endsWith("). Name a file in a folder where you may write.");
  }

  @Test
  void policyThatHoldsEndsWithZero() throws IOException {
    Path policy = write("policy.json", "{\"version\": 1, \"mayWrite\": [\"com.acme.*\"]}");
    assertThat(run("check", "--policy", policy, desk)).isZero();
    assertThat(out.toString()).startsWith(policy + ": all of it holds.\n");
  }

  @Test
  void brokenPolicyEndsWithOneAndNamesRuleFileAndLine() throws IOException {
    Path policy = write("policy.json", "{\"version\": 1, \"highestScope\": \"READ\"}");
    assertThat(run("check", "--policy", policy, desk)).isEqualTo(1);
    assertThat(out.toString())
        .contains("com/acme/TicketsApi.java:17: [scope-too-high] TicketsApi.open");
  }

  @Test
  void approvalIsExpiredByTheClock() throws IOException {
    String approval =
        "{\"version\": 1, \"approvals\": [{\"write\": \"com.acme.TicketsApi\","
            + " \"approvedBy\": \"Kim\", \"until\": \"2027-06-%s\"}]}";
    assertThat(run("check", "--policy", write("a.json", approval.formatted("30")), desk)).isZero();
    assertThat(run("check", "--policy", write("b.json", approval.formatted("29")), desk))
        .isEqualTo(1);
  }

  @Test
  void lockIsWrittenAndThenHolds() {
    Path lock = folder.resolve("lock.json");
    assertThat(run("lock", "--lock", lock, desk)).isZero();
    assertThat(out.toString())
        .startsWith("+ com.acme.TicketsApi#open() (POST api/core/v1/tickets)");
    assertThat(run("check", "--lock", lock, desk)).isZero();
  }

  @Test
  void newWriteBreaksTheLockThatThePolicyNames() throws IOException {
    write("lock.json", "{\"version\": 1, \"writes\": []}");
    Path policy = write("policy.json", "{\"version\": 1, \"lock\": \"lock.json\"}");
    assertThat(run("check", "--policy", policy, desk)).isEqualTo(1);
    assertThat(out.toString()).contains("[write-not-locked]");
  }

  @Test
  void lockIsUpdatedWhereThePolicyNamesIt() throws IOException {
    Path policy = write("policy.json", "{\"version\": 1, \"lock\": \"team-lock.json\"}");
    assertThat(run("lock", "--policy", policy, desk)).isZero();
    assertThat(folder.resolve("team-lock.json")).content().contains("com.acme.TicketsApi");
  }

  @Test
  void lockThatDoesNotParseIsMadeAnewAndReportsIt() throws IOException {
    Path lock = write("lock.json", "{\n<<<<<<< ours\n\"version\": 1, \"writes\": [");
    assertThat(run("lock", "--lock", lock, desk)).isZero();
    assertThat(out.toString())
        .startsWith(lock + ":2: ")
        .contains("A new lock is written", "+ com.acme.TicketsApi#open()");
    assertThat(run("check", "--lock", lock, desk)).isZero();
  }

  @Test
  void programWithoutAClientPassesNoGate() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path policy = write("policy.json", "{\"version\": 1, \"highestScope\": \"READ\"}");
    Path lock = folder.resolve("lock.json");
    assertThat(run("report", empty)).isZero();
    assertThat(run("check", "--policy", policy, empty)).isEqualTo(2);
    assertThat(err.toString()).contains("empty: no client found", "--allow-empty");
    assertThat(run("check", "--allow-empty", "--policy", policy, empty)).isZero();
    assertThat(out.toString())
        .contains("cannot be checked", "empty has no client that was found")
        .doesNotContain("all of it holds");
    assertThat(run("diff", "--no-new-writes", desk, empty)).isEqualTo(2);
    assertThat(run("lock", "--lock", lock, empty)).isEqualTo(2);
    assertThat(lock).doesNotExist();
  }

  @Test
  void usage_reportsUnusedWritesAndWritesThePatch() throws IOException {
    Path made = folder.resolve("made");
    assertThat(run("init", "--folder", made, desk)).isZero();
    Path policy = made.resolve("visibuild-policy.json");
    Path lines = write("usage.jsonl", usageLine("2027-01-01", "list", "READ"));
    Path patch = folder.resolve("smaller.patch");

    assertThat(run("usage", "--policy", policy, "--patch", patch, lines)).isZero();
    assertThat(out.toString())
        .contains(
            "Approved and not used in 90 days:", "  - com.acme.TicketsApi#open, never recorded");
    assertThat(patch).content().contains("-  \"highestScope\": \"READ_WRITE\",");
    assertThat(run("usage", "--policy", policy, "--fail-on-unused", lines)).isEqualTo(1);
    assertThat(run("usage", "--policy", policy, "--fail-on-unused", "--days", 200, lines)).isZero();
  }

  @Test
  void usageLineThatCannotBeRead_endsWithTwoAfterTheReport() throws IOException {
    Path policy = write("policy.json", "{\"version\": 1, \"mayWrite\": [\"com.acme.*\"]}");
    Path lines =
        write(
            "usage.jsonl",
            usageLine("2027-01-01", "open", "READ_WRITE") + "\n{\"visibuildUsage\":1,\"a\u001b[2J");

    assertThat(run("usage", "--policy", policy, lines)).isEqualTo(2);
    assertThat(err.toString()).startsWith(lines + ":2: ").doesNotContain("\u001b");
    assertThat(out.toString()).contains("1 line of 1 process", "1 line could not be read");
  }

  @Test
  void usage_passesOverOtherLinesOfALog() throws IOException {
    Path policy = write("policy.json", "{\"version\": 1}");
    Path log = write("app.log", "started\n" + usageLine("2027-01-01", "open", "READ_WRITE"));

    assertThat(run("usage", "--policy", policy, log)).isEqualTo(2);
    assertThat(run("usage", "--policy", policy, "--log", log)).isZero();
    assertThat(run("usage", "--policy", policy, "--log", "--program", "other", log)).isZero();
    assertThat(out.toString()).contains("0 lines of 0 processes");
  }

  private static String usageLine(String day, String method, String scope) {
    return ("{\"visibuildUsage\":1,\"process\":\"p1\",\"from\":\"%1$sT08:00:00Z\",\"to\":\"%1$sT09:00:00Z\","
            + "\"calls\":[{\"interface\":\"com.acme.TicketsApi\",\"method\":\"%2$s\",\"scope\":\"%3$s\",\"count\":3}]}")
        .formatted(day, method, scope);
  }

  @Test
  void pathOfADescriptorCannotDrawOnTheTerminal() throws IOException {
    Path odd =
        jar(folder.resolve("odd.jar"), api("com.acme.Odd", call("x", "POST", "a\u001b[2Jb", 1)));
    assertThat(run("lock", "--lock", folder.resolve("lock.json"), odd)).isZero();
    assertThat(out.toString()).contains("a\uFFFD[2Jb").doesNotContain("\u001b");
    assertThat(run("report", folder.resolve("gone\u001b[2J.jar"))).isEqualTo(2);
    assertThat(err.toString()).contains("gone\uFFFD[2J.jar").doesNotContain("\u001b");
  }

  @Test
  void report_showsApprovalsAndLeavesTheGateToCheck() throws IOException {
    Path policy =
        write(
            "policy.json",
            "{\"version\": 1, \"approvals\": [{\"write\": \"com.acme.TicketsApi\","
                + " \"approvedBy\": \"Kim\", \"until\": \"2027-06-29\"}]}");

    assertThat(run("report", "--policy", policy, desk)).isZero();
    assertThat(out.toString())
        .contains(
            "Audited on 2027-06-30", "TicketsApi.open  Kim  until 2027-06-29  expired yesterday");
    assertThat(run("check", "--policy", policy, desk)).isEqualTo(1);
  }

  @Test
  void clientWithoutDescriptor_endsEachGateWithTwoAndIsNamed() throws IOException {
    Map<String, byte[]> content = new LinkedHashMap<>(Samples.entries(VISIS));
    content.put(
        "com/acme/OddClient.class",
        Samples.classImplementing("com/acme/OddClient", "visibuild/WriteAccess"));
    Path gap = Files.write(folder.resolve("gap.jar"), Samples.zip(content));
    Path policy = write("policy.json", "{\"version\": 1}");
    for (Object[] gate :
        new Object[][] {
          {"check", "--policy", policy, gap},
          {"lock", "--lock", folder.resolve("new-lock.json"), gap},
          {"init", "--folder", folder.resolve("made"), gap},
          {"diff", "--no-new-writes", desk, gap},
        }) {
      err.getBuffer().setLength(0);
      assertThat(run(gate)).as(Arrays.toString(gate)).isEqualTo(2);
      assertThat(err.toString())
          .as(Arrays.toString(gate))
          .contains("com.acme.OddClient makes calls to Visibuild and has no descriptor")
          .doesNotContain("\tat ");
    }
    assertThat(folder.resolve("new-lock.json")).doesNotExist();
    assertThat(out.toString()).doesNotContain("all of it holds");
  }

  @Test
  void differenceEndsWithOneOnlyWhereNoNewWriteMayBe() throws IOException {
    Path before = jar(folder.resolve("before.jar"), VISIS);
    assertThat(run("diff", before, desk)).isZero();
    assertThat(run("diff", "--no-new-writes", before, desk)).isEqualTo(1);
    assertThat(run("diff", "--no-new-writes", desk, before)).isZero();
  }

  @Test
  void mistakesEndWithTwoAndWithoutAStackTrace() throws IOException {
    Path odd = write("odd.json", "{\"version\": 1, \"maywrite\": []}");
    Path newerPolicy = write("newer.json", "{\"version\": 2}");
    Path badLock = write("bad-lock.json", "<<<<<<< ours");
    Path descriptors = Files.createDirectories(folder.resolve("newer/META-INF/visibuild"));
    Files.writeString(descriptors.resolve("com.acme.NewApi.json"), "{\"version\": 2}");
    Object[][] mistakes = {
      {"check", "--policy", newerPolicy, desk},
      {"check", "--lock", badLock, desk},
      {"check", "--lock", newerPolicy, desk},
      {"report", folder.resolve("newer")},
      {"report"},
      {"report", "=x"},
      {"report", folder.resolve("gone.jar")},
      {"report", odd},
      {"report", "--format", "pdf", desk},
      {"check", desk},
      {"check", "--policy", odd, desk},
      {"check", "--policy", folder.resolve("gone.json"), desk},
      {"check", "--policy", folder, desk},
      {"report", "--output", odd.resolve("report.txt"), desk},
      {"report", "--output", folder, desk},
      {"usage", desk},
      {"usage", "--policy", odd},
      {"usage", "--policy", odd, desk},
      {"usage", "--lock", folder.resolve("gone.json"), folder.resolve("gone.jsonl")},
      {"usage", "--days", 0, "--lock", folder.resolve("gone.json"), odd},
      {"explode"},
      {},
    };
    for (Object[] mistake : mistakes) {
      err.getBuffer().setLength(0);
      assertThat(run(mistake)).as(Arrays.toString(mistake)).isEqualTo(2);
      assertThat(err.toString()).as(Arrays.toString(mistake)).isNotBlank().doesNotContain("\tat ");
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(Object... arguments) {
    CommandLine line = AuditCommand.line(CLOCK);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }
}
