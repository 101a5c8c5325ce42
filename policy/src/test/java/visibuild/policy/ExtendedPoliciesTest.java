package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static visibuild.policy.Examples.TICKETS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendedPoliciesTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 30);

  @TempDir private Path folder;

  @BeforeEach
  void makeARepository() throws IOException {
    Files.createDirectories(folder.resolve("repo/.git"));
    Files.createDirectories(folder.resolve("repo/desk"));
  }

  @Test
  void extendedPolicy_isCheckedToo() throws Exception {
    write("repo/company.json", "\"neverCall\": [\"POST **\"]");
    Path desk = write("repo/desk/policy.json", "\"extends\": \"../company.json\"");

    assertThat(violations(desk, TICKETS))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.rule()).isEqualTo(Rule.PATH_FORBIDDEN);
              assertThat(violation.problem()).contains("(company.json:2)");
            });
    assertThat(open(desk).names()).containsExactly("policy.json", "company.json");
  }

  @Test
  void policyOfAnExtendedPolicy_isCheckedToo() throws Exception {
    write("repo/company.json", "\"highestScope\": \"READ\"");
    write("repo/team.json", "\"extends\": \"company.json\"");
    Path desk = write("repo/desk/policy.json", "\"extends\": \"../team.json\"");

    assertThat(violations(desk, TICKETS))
        .extracting(Violation::rule)
        .containsExactly(Rule.SCOPE_TOO_HIGH);
  }

  @Test
  void unusedApprovalOfAnExtendedPolicy_isForAnotherProgram() throws Exception {
    write(
        "repo/company.json",
        "\"approvals\": [{\"write\": \"com.acme.**\", \"approvedBy\": \"Kim\", \"until\": \"2027-12-31\"},"
            + " {\"write\": \"org.other.*\", \"approvedBy\": \"Kim\", \"until\": \"2027-12-31\"}]");
    Path desk = write("repo/desk/policy.json", "\"extends\": \"../company.json\"");

    assertThat(open(desk).check(TODAY).violationsOf(List.of(TICKETS))).isEmpty();
    assertThat(
            open(folder.resolve("repo/company.json")).check(TODAY).violationsOf(List.of(TICKETS)))
        .extracting(Violation::rule)
        .containsExactly(Rule.APPROVAL_UNUSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"highestScope\": \"READ\" | \"highestScope\": \"READ_WRITE\" | policy.json:3: \"highestScope\" is READ_WRITE, and the extended policy allows READ at most (company.json:2)",
        "\"mayWrite\": [\"com.acme.*\"] | \"mayWrite\": [\"com.acme.desk.TicketsApi\"] | policy.json:3: \"mayWrite\" names \"com.acme.desk.TicketsApi\", which \"mayWrite\" of the extended policy does not include (company.json:2)",
        "\"mayWrite\": [\"com.acme.*\"] | \"mayWrite\": [\"com.acme.**\"] | does not include",
        "\"mayWrite\": [\"com.acme.A#open\"] | \"mayWrite\": [\"com.acme.A\"] | does not include",
        "\"mayWrite\": [\"com.acme.A\"] | \"approvals\": [{\"write\": \"com.acme.B#x\", \"approvedBy\": \"K\", \"until\": \"2027-01-01\"}] | \"approvals\" names \"com.acme.B#x\", which \"mayWrite\"",
        "\"approvals\": [] | \"approvals\": [{\"write\": \"com.acme.B#x\", \"approvedBy\": \"K\", \"until\": \"2027-01-01\"}] | this approves \"com.acme.B#x\", which \"approvals\" of the extended policy does not include (company.json:2)",
        "\"approvals\": [{\"write\": \"com.acme.B\", \"approvedBy\": \"K\", \"until\": \"2027-01-01\"}] | \"approvals\": [{\"write\": \"com.acme.B#x\", \"approvedBy\": \"K\", \"until\": \"2027-01-02\"}] | until 2027-01-02, and the extended policy until 2027-01-01 only (company.json:2)",
        "\"lock\": \"lock.json\" | \"neverCall\": [] | company.json:2: \"lock\" belongs in the policy of one program, and policy.json:2 extends this policy",
      })
  void widerPolicy_isRefusedWithBothPlaces(String company, String desk, String message)
      throws IOException {
    write("repo/company.json", company);
    Path policy = write("repo/desk/policy.json", "\"extends\": \"../company.json\",\n" + desk);

    assertThatThrownBy(() -> open(policy))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"highestScope\": \"READ_WRITE\" | \"highestScope\": \"READ\"",
        "\"mayWrite\": [\"com.acme.**\"] | \"mayWrite\": [\"com.acme.desk.*\", \"com.acme.A\", \"com.acme.A#open\", \"com.acme.x.**\"]",
        "\"mayWrite\": [\"com.acme.*\"] | \"mayWrite\": [\"com.acme.*\", \"com.acme.A#open\"]",
        "\"mayWrite\": [\"com.acme.A\"] | \"mayWrite\": [\"com.acme.A#open\"]",
        "\"mayWrite\": [\"com.acme.A\"] | \"mayWrite\": []",
        "\"approvals\": [{\"write\": \"com.acme.B\", \"approvedBy\": \"K\", \"until\": \"2027-01-02\"}] | \"approvals\": [{\"write\": \"com.acme.B#x\", \"approvedBy\": \"K\", \"until\": \"2027-01-02\"}]",
      })
  void narrowerPolicy_isAccepted(String company, String desk) throws Exception {
    write("repo/company.json", company);
    Path policy = write("repo/desk/policy.json", "\"extends\": \"../company.json\",\n" + desk);

    assertThat(open(policy).inherited()).hasSize(1);
  }

  @Test
  void narrowerPolicy_isComparedWithEachThatItExtends() throws IOException {
    write("repo/company.json", "\"highestScope\": \"READ\"");
    write("repo/team.json", "\"extends\": \"company.json\"");
    Path desk =
        write(
            "repo/desk/policy.json",
            "\"extends\": \"../team.json\", \"highestScope\": \"READ_WRITE\"");

    assertThatThrownBy(() -> open(desk)).hasMessageContaining("allows READ at most");
  }

  @Test
  void cycle_isRefusedWithItsFiles() throws IOException {
    write("repo/a.json", "\"extends\": \"b.json\"");
    write("repo/b.json", "\"extends\": \"../repo/a.json\"");

    assertThatThrownBy(() -> open(folder.resolve("repo/a.json")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            "b.json:2: \"extends\" leads back to this policy (a.json -> b.json -> a.json); remove"
                + " one of them.");
    Path self = write("repo/self.json", "\"extends\": \"self.json\"");
    assertThatThrownBy(() -> open(self)).hasMessageContaining("(self.json -> self.json)");
  }

  @Test
  void longChain_isRefused() throws IOException {
    for (int level = 0; level < 12; level++) {
      write("repo/p" + level + ".json", "\"extends\": \"p" + (level + 1) + ".json\"");
    }
    write("repo/p12.json", "\"neverCall\": []");

    assertThatThrownBy(() -> open(folder.resolve("repo/p0.json")))
        .hasMessageContaining("more than 8 policies extend each other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../missing.json | and there is no such file; check the path",
        ".. | and there is no such file",
        "../../outside.json | which is outside of the repository",
        "../link.json | which is outside of the repository",
        "/etc/passwd | should be a path relative to this file",
        "..\\\\company.json | should be a path relative to this file",
        "a\\u0000b | should be a path relative to this file",
      })
  void pathThatIsNotUsable_isRefused(String path, String message) throws IOException {
    Path outside = write("outside.json", "\"highestScope\": \"READ\"");
    Files.createSymbolicLink(folder.resolve("repo/link.json"), outside);
    Path desk = write("repo/desk/policy.json", "\"extends\": \"" + path + "\"");

    assertThatThrownBy(() -> open(desk))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("policy.json:2: \"extends\"")
        .hasMessageContaining(message);
  }

  @Test
  void mistakeInTheExtendedPolicy_namesItsFile() throws IOException {
    write("repo/company.json", "\"maywrite\": []");
    Path desk = write("repo/desk/policy.json", "\"extends\": \"../company.json\"");

    assertThatThrownBy(() -> open(desk)).hasMessageStartingWith("company.json:2: the key");
  }

  private List<Violation> violations(Path policy, Descriptor api) throws Exception {
    return open(policy).check(TODAY).violationsOf(api);
  }

  private static TeamPolicy open(Path policy) throws IOException, MalformedFileException {
    return TeamPolicy.open(
        Optional.of(policy), Optional.empty(), file -> file.getFileName().toString());
  }

  private Path write(String name, String members) throws IOException {
    return Files.writeString(folder.resolve(name), "{\"version\": 1,\n" + members + "}");
  }
}
