package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyOptionsTest {
  @Test
  void withoutOptionsThereIsNoPolicy() {
    assertThat(PolicyOptions.policy(Map.of("other", "value"))).isEmpty();
  }

  @Test
  void valuesAreReadAndCommasSeparateThem() {
    Policy policy =
        PolicyOptions.policy(
                Map.of(
                    PolicyOptions.HIGHEST_SCOPE, "READ_WRITE",
                    PolicyOptions.MAY_WRITE, "com.acme.*, com.other.Api",
                    PolicyOptions.NEVER_CALL, "api/core/v1/webhooks/**"))
            .orElseThrow();
    assertThat(policy.highestScope().orElseThrow().value()).isEqualTo(Access.READ_WRITE);
    assertThat(policy.mayWrite().orElseThrow().value())
        .extracting(NamePattern::text)
        .containsExactly("com.acme.*", "com.other.Api");
    assertThat(policy.neverCall()).hasSize(1);
  }

  @Test
  void emptyListOfWritersLetsNothingWrite() {
    assertThat(PolicyOptions.policy(Map.of(PolicyOptions.MAY_WRITE, "")).orElseThrow().mayWrite())
        .hasValueSatisfying(may -> assertThat(may.value()).isEmpty());
  }

  @Test
  void wrongValueIsRefusedWithTheOptionsName() {
    assertThatThrownBy(() -> PolicyOptions.policy(Map.of(PolicyOptions.HIGHEST_SCOPE, "write")))
        .hasMessage("-Avisibuild.highestScope: \"write\" is no scope; write READ or READ_WRITE.");
  }

  @Test
  void theDayIsTheOneThatIsNamedOrElseToday() {
    Clock clock = Clock.fixed(Instant.parse("2027-06-30T23:30:00Z"), ZoneId.of("Asia/Tokyo"));
    assertThat(PolicyOptions.today(Map.of(), clock)).isEqualTo("2027-06-30");
    assertThat(PolicyOptions.today(Map.of(PolicyOptions.POLICY_DATE, "2026-01-02"), clock))
        .isEqualTo("2026-01-02");
    assertThatThrownBy(() -> PolicyOptions.today(Map.of(PolicyOptions.POLICY_DATE, "soon"), clock))
        .hasMessage("-Avisibuild.policyDate: \"soon\" is no date; write one such as 2027-06-30.");
  }

  @Test
  void statedAndNamedPoliciesCountTogetherWithTheLockThatIsNamed(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, "{\"version\": 1, \"lock\": \"lock.json\"}");
    Files.writeString(folder.resolve("lock.json"), "{\"version\": 1, \"writes\": []}");
    Map<String, String> options =
        Map.of(PolicyOptions.POLICY, file.toString(), PolicyOptions.HIGHEST_SCOPE, "READ");

    assertThat(PolicyOptions.team(options, PolicyOptionsTest::name).names())
        .containsExactly("the options of the compiler", "policy.json", "lock.json");
  }

  @Test
  void withoutTheCheckOfTheLockThereNeedNotBeOne(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, "{\"version\": 1, \"lock\": \"lock.json\"}");
    Map<String, String> options =
        Map.of(PolicyOptions.POLICY, file.toString(), PolicyOptions.CHECK_LOCK, "false");

    assertThat(PolicyOptions.team(options, PolicyOptionsTest::name).names())
        .containsExactly("policy.json");
    assertThatThrownBy(
            () ->
                PolicyOptions.team(
                    Map.of(PolicyOptions.POLICY, file.toString()), PolicyOptionsTest::name))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "lock.json: there is no such file. Check the path, or make the lock: compile with"
                + " -Avisibuild.checkLock=false, then visibuild audit lock.");
  }

  @Test
  void folderInThePlaceOfAPolicy_isNamedAsNoFile(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                PolicyOptions.team(
                    Map.of(PolicyOptions.POLICY, folder.toString()), PolicyOptionsTest::name))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(": this is no regular file. Check the path.");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
