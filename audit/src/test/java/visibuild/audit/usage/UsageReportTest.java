package visibuild.audit.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.usage.UsageLines.call;
import static visibuild.audit.usage.UsageLines.line;
import static visibuild.audit.usage.UsageLines.write;

import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.policy.Access;
import visibuild.policy.Lock;
import visibuild.policy.LockFile;
import visibuild.policy.Policy;
import visibuild.policy.PolicyFile;
import visibuild.policy.TeamPolicy;

@Tag("slow")
class UsageReportTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 30);
  private static final String LONG_AGO = "2027-01-01T09:00:00Z";
  private static final String LATELY = "2027-06-29T09:00:00Z";

  private static final String POLICY =
      """
      {
        "version": 1,
        "highestScope": "READ_WRITE",
        "mayWrite": [
          "com.acme.A",
          "com.acme.B"
        ],
        "approvals": [
          {"write": "com.acme.A#open", "approvedBy": "Kim", "until": "2028-06-30", "reason": "x"},
          {"write": "com.acme.A#close", "approvedBy": "Kim", "until": "2028-06-30"},
          {"write": "com.acme.B#send", "approvedBy": "Lee", "until": "2028-06-30"}
        ],
        "lock": "lock.json"
      }
      """;

  @TempDir private Path folder;
  private Path policy;
  private Path lock;

  @BeforeEach
  void writeFiles() throws IOException {
    policy = Files.writeString(folder.resolve("policy.json"), POLICY);
    lock =
        Files.writeString(
            folder.resolve("lock.json"),
            LockFile.write(
                new Lock(
                    "lock.json",
                    List.of(
                        locked("com.acme.A", "open"),
                        locked("com.acme.A", "close"),
                        locked("com.acme.B", "send")))));
  }

  @Test
  void unusedWrites_areListedAndRemovedByThePatch() throws Exception {
    UsageReport report =
        report(
            line("p1", LONG_AGO, write("com.acme.A#open", 1), write("com.acme.A#close", 4)),
            line("p2", LATELY, write("com.acme.A#open", 2)));

    assertThat(report.unused()).isTrue();
    assertThat(report.text())
        .startsWith("2 lines of 2 processes; records exist on 1 of the last 90 days.\n")
        .contains(
            """
            Approved and not used in 90 days:
              - com.acme.A#close, last used on 2027-01-01
              - com.acme.B, never recorded
              - com.acme.B#send, never recorded

            Used:
              - com.acme.A#open, 3 calls, last on 2027-06-29
            """);
    assertThat(report.patch())
        .isEqualTo(
            """
            --- POLICY
            +++ POLICY
            @@ -2,13 +2,10 @@
               "version": 1,
               "highestScope": "READ_WRITE",
               "mayWrite": [
            -    "com.acme.A",
            -    "com.acme.B"
            +    "com.acme.A#open"
               ],
               "approvals": [
            -    {"write": "com.acme.A#open", "approvedBy": "Kim", "until": "2028-06-30", "reason": "x"},
            -    {"write": "com.acme.A#close", "approvedBy": "Kim", "until": "2028-06-30"},
            -    {"write": "com.acme.B#send", "approvedBy": "Lee", "until": "2028-06-30"}
            +    {"write": "com.acme.A#open", "approvedBy": "Kim", "until": "2028-06-30", "reason": "x"}
               ],
               "lock": "lock.json"
             }
            --- LOCK
            +++ LOCK
            @@ -1,8 +1,6 @@
             {
               "version": 1,
               "writes": [
            -    {"interface": "com.acme.A", "method": "close()", "verb": "POST", "path": "p"},
            -    {"interface": "com.acme.A", "method": "open()", "verb": "POST", "path": "p"},
            -    {"interface": "com.acme.B", "method": "send()", "verb": "POST", "path": "p"}
            +    {"interface": "com.acme.A", "method": "open()", "verb": "POST", "path": "p"}
               ]
             }
            """
                .replace("POLICY", policy.toString())
                .replace("LOCK", lock.toString()));
  }

  @Test
  void everyWriteUsed_changesNothing() throws Exception {
    UsageReport report =
        report(
            line("p1", LONG_AGO),
            line(
                "p1",
                LATELY,
                write("com.acme.A#open", 1),
                write("com.acme.A#close", 1),
                write("com.acme.B#send", 1)));

    assertThat(report.unused()).isFalse();
    assertThat(report.patch()).isEmpty();
    assertThat(report.text()).contains("Approved and not used in 90 days:\n  none\n");
  }

  @Test
  void shortRecords_proposeNothing() throws Exception {
    UsageReport report = report(line("p2", LATELY, write("com.acme.A#open", 2)));

    assertThat(report.unused()).isFalse();
    assertThat(report.patch()).isEmpty();
    assertThat(report.text())
        .contains(
            "The records cover the last 1 day only, so no write can be called unused in 90 days.");
  }

  @Test
  void noRecords_proposeNothing() throws Exception {
    assertThat(report("").patch()).isEmpty();
    assertThat(report("").unused()).isFalse();
  }

  @Test
  void noWriteUsed_lowersTheHighestScope() throws Exception {
    UsageReport report =
        report(line("p1", LONG_AGO), line("p1", LATELY, call("com.acme.A#list", "READ", 9)));

    assertThat(report.patch())
        .contains("-  \"highestScope\": \"READ_WRITE\",\n", "+  \"highestScope\": \"READ\",\n");
  }

  @Test
  void fileWithoutALineBreakAtItsEnd_keepsThatInThePatch() throws Exception {
    Files.writeString(policy, POLICY.stripTrailing());

    assertThat(report(line("p1", LONG_AGO), line("p1", LATELY)).patch())
        .contains("   \"lock\": \"lock.json\"\n }\n\\ No newline at end of file\n--- ");
  }

  @Test
  void changedLastLineWithoutALineBreak_hasTheMarkerOnBothSides() throws Exception {
    String line = "{\"version\": 1, \"mayWrite\": [\"com.acme.B\"], \"approvals\": []}";
    Files.writeString(policy, line);

    assertThat(report(line("p1", LONG_AGO), line("p1", LATELY)).patch())
        .endsWith(
            """
            @@ -1,1 +1,1 @@
            -%s
            \\ No newline at end of file
            +%s
            \\ No newline at end of file
            """
                .formatted(line, line.replace("\"com.acme.B\"", "")));
  }

  @Test
  void fileWithCarriageReturns_keepsThemInThePatch() throws Exception {
    Files.writeString(policy, POLICY.replace("\n", "\r\n"));

    assertThat(report(line("p1", LONG_AGO), line("p1", LATELY)).patch())
        .contains("-    \"com.acme.A\",\r\n", "   \"lock\": \"lock.json\"\r\n }\r\n");
  }

  @Test
  void methodThatIsStatedToRead_isUsedByARead() throws Exception {
    Files.writeString(
        lock,
        LockFile.write(
            new Lock(
                "lock.json",
                List.of(
                    new Lock.Write("com.acme.A", "search()", "POST", "p", Access.READ),
                    new Lock.Write("com.acme.A", "seek()", "POST", "p", Access.READ)))));
    UsageReport report =
        report(line("p1", LONG_AGO), line("p1", LATELY, call("com.acme.A#search", "READ", 1)));

    assertThat(report.text()).contains("- com.acme.A#seek, never", "- com.acme.A#search, 1 call,");
  }

  @Test
  void writeThatNothingApproves_isNamed() throws Exception {
    assertThat(report(line("p1", LONG_AGO), line("p1", LATELY, write("com.acme.C#drop", 1))).text())
        .contains("Used, and named by no approval or lock:\n  - com.acme.C#drop\n");
  }

  @Test
  void unreadableLine_isMentioned() throws Exception {
    assertThat(report(line("p1", LONG_AGO), "{\"visibuildUsage\":1,").text())
        .contains("1 line could not be read, so a write may have been used that is missing here.");
  }

  /**
   * Random policies, in random layouts, and random usage: the smaller policy is one that can be
   * read, permits every used write, and only narrows the one before.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void smallerPolicy_narrowsAndPermitsEveryUsedWrite(long seed) throws Exception {
    Random random = new Random(seed);
    for (int time = 0; time < 20; time++) {
      Set<String> writes = new TreeSet<>();
      for (int count = 1 + random.nextInt(8); count > 0; count--) {
        writes.add(
            "com.%s.Api%d#m%d"
                .formatted(
                    random.nextBoolean() ? "acme" : "acme.x",
                    random.nextInt(3),
                    random.nextInt(4)));
      }
      List<String> used = writes.stream().filter(name -> random.nextInt(3) > 0).toList();
      String text = randomPolicy(writes, random);
      Files.writeString(policy, text);
      Files.writeString(
          lock,
          LockFile.write(
              new Lock(
                  "lock.json",
                  writes.stream()
                      .map(name -> locked(name.split("#", -1)[0], name.split("#", -1)[1]))
                      .toList())));

      UsageReport report =
          report(
              line("p1", LONG_AGO),
              line("p1", LATELY, used.stream().map(name -> write(name, 1)).toArray(String[]::new)));

      String smaller = apply(text, report.patch());
      Policy narrow = PolicyFile.read("smaller.json", smaller.getBytes(StandardCharsets.UTF_8));
      for (String name : used) {
        assertThat(narrow.mayWrite().orElseThrow().value())
            .as("%s in %s", name, smaller)
            .anyMatch(each -> matches(each.text(), name));
        assertThat(narrow.approvals().orElseThrow().value())
            .as("%s in %s", name, smaller)
            .anyMatch(each -> matches(each.write().text(), name));
      }
      writes.stream()
          .filter(name -> !used.contains(name))
          .forEach(
              name ->
                  assertThat(narrow.mayWrite().orElseThrow().value())
                      .as("%s in %s", name, smaller)
                      .noneMatch(each -> matches(each.text(), name)));
      assertNarrows(smaller, text);
    }
  }

  /** A policy that extends a narrower one cannot be opened. */
  private void assertNarrows(String smaller, String wide) throws Exception {
    Files.writeString(
        folder.resolve("base.json"), wide.replace(",\n  \"lock\": \"lock.json\"", ""));
    Path extending =
        Files.writeString(
            folder.resolve("extending.json"),
            smaller.replaceFirst("\\{", "{\"extends\": \"base.json\", "));
    assertThat(
            TeamPolicy.open(Optional.of(extending), Optional.empty(), Path::toString).inherited())
        .hasSize(1);
  }

  private static boolean matches(String pattern, String name) {
    String api = name.split("#", -1)[0];
    return pattern.equals(name)
        || pattern.equals(api)
        || (pattern.endsWith(".**") && api.startsWith(pattern.substring(0, pattern.length() - 2)))
        || (pattern.endsWith(".*")
            && api.substring(0, api.lastIndexOf('.'))
                .equals(pattern.substring(0, pattern.length() - 2)));
  }

  private static String randomPolicy(Set<String> writes, Random random) {
    Set<String> patterns = new TreeSet<>();
    for (String name : writes) {
      String api = name.split("#", -1)[0];
      patterns.add(
          switch (random.nextInt(4)) {
            case 0 -> name;
            case 1 -> api;
            case 2 -> api.substring(0, api.lastIndexOf('.')) + ".*";
            default -> "com.acme.**";
          });
    }
    List<String> mayWrite = new ArrayList<>(patterns);
    String separator = random.nextBoolean() ? ",\n    " : ", ";
    String start = random.nextBoolean() ? "\n    " : "";
    return "{\"version\": 1,\n  \"mayWrite\": [%s%s%s],\n  \"approvals\": [%s%s]%s,\n  \"lock\": \"lock.json\"}\n"
        .formatted(
            start,
            mayWrite.stream().map(name -> '"' + name + '"').collect(Collectors.joining(separator)),
            start,
            start,
            mayWrite.stream()
                .map(
                    name ->
                        "{\"approvedBy\": \"é\\\"x\", \"write\" : \"%s\",\"until\": \"2028-01-01\"}"
                            .formatted(name))
                .collect(Collectors.joining(separator)),
            start);
  }

  private String apply(String text, String patch) throws Exception {
    List<String> lines = patch.lines().toList();
    int second = lines.indexOf("--- " + lock);
    List<String> own = second < 0 ? lines : lines.subList(0, second);
    if (own.isEmpty()) {
      return text;
    }
    return String.join("\n", UnifiedDiffUtils.parseUnifiedDiff(own).applyTo(text.lines().toList()));
  }

  private UsageReport report(String... lines) throws Exception {
    UsageReader reader = new UsageReader(true, Optional.empty());
    reader.read(Files.writeString(folder.resolve("usage.jsonl"), String.join("\n", lines)));
    return UsageReport.of(reader.recorded(), Optional.of(policy), Optional.empty(), TODAY, 90);
  }

  private static Lock.Write locked(String api, String method) {
    return new Lock.Write(api, method + "()", "POST", "p", Access.READ_WRITE);
  }
}
