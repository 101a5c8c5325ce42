package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  @Test
  void everyKeyIsRead() throws MalformedFileException {
    Policy policy =
        read(
            """
            {
              "version": 1,
              "highestScope": "READ_WRITE",
              "mayWrite": ["com.acme.desk.*"],
              "neverCall": ["DELETE api/core/v1/**"],
              "approvals": [
                {"write": "com.acme.desk.TicketsApi#create", "approvedBy": "Kim Lee",
                 "until": "2027-06-30", "reason": "opens tickets"}
              ],
              "lock": "visibuild-lock.json"
            }
            """);
    assertThat(policy.highestScope().orElseThrow().value()).isEqualTo(Access.READ_WRITE);
    assertThat(policy.mayWrite().orElseThrow().value())
        .extracting(NamePattern::text)
        .containsExactly("com.acme.desk.*");
    assertThat(policy.neverCall())
        .extracting(PathPattern::text)
        .containsExactly("DELETE api/core/v1/**");
    assertThat(policy.approvals().orElseThrow().value())
        .singleElement()
        .satisfies(
            approval -> {
              assertThat(approval.approvedBy()).isEqualTo("Kim Lee");
              assertThat(approval.until()).isEqualTo(LocalDate.of(2027, 6, 30));
              assertThat(approval.written()).hasToString("policy.json:7");
            });
    assertThat(policy.lock())
        .contains(new Located<>("visibuild-lock.json", SourcePosition.at("policy.json", 10)));
  }

  @Test
  void emptyListIsNotTheSameAsNone() throws MalformedFileException {
    assertThat(read("{\"version\": 1, \"mayWrite\": []}").mayWrite()).isPresent();
    assertThat(read("{\"version\": 1}").mayWrite()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"version\": 1,\\n\"maywrite\": []}        | policy.json:2: the key \"maywrite\" is unknown",
        "{\"version\": 2}                            | policy.json:1: this is a policy of version 2",
        "{\"version\": 0}                            | should be a whole number from 1 on",
        "{\"version\": 3000000000}                   | should be a whole number from 1 on",
        "{}                                          | \"version\" is missing",
        "[]                                          | the file is an array and should be an object",
        "{\"version\": 1, \"highestScope\": \"read\"} | should be one of [READ, READ_WRITE]",
        "{\"version\": 1, \"mayWrite\": \"a\"}        | \"mayWrite\" is a text and should be an array",
        "{\"version\": 1, \"mayWrite\": [null]}       | is null and should be a text",
        "{\"version\": 1, \"mayWrite\": [\"a b\"]}    | \"a b\" names no interface",
        "{\"version\": 1, \"neverCall\": [\"a/b*\"]}  | has a * within the segment \"b*\"",
        "{\"version\": 1, \"neverCall\": [\"a?b\"]}   | is no path",
        "{\"version\": 1, \"approvals\": [{\"write\": \"a.B\", \"approvedBy\": \"\u200b\u00a0\", \"until\": \"2027-06-30\"}]}| \"approvedBy\" is a blank text",
        "{\"version\": 1, \"approvals\": [{\"write\": \"a.B\", \"approvedBy\": \"Kim\"}]}| \"until\" is missing",
        "{\"version\": 1, \"approvals\": [{\"write\": \"a.B\", \"approvedBy\": \"Kim\", \"until\": \"2027-02-29\"}]}| \"until\" should be a date such as 2027-06-30",
        "{\"version\": 1, \"approvals\": [{\"write\": \"a.B\", \"approvedBy\": \"Kim\", \"until\": \"2027-06-30T10:00:00Z\"}]}| \"until\" should be a date",
        "{\"version\": 1, \"approvals\": [{\"write\": \"a.B\", \"approvedBy\": \"Kim\", \"until\": \"30.06.2027\"}]}| \"until\" should be a date",
        "{\"version\": 1, \"neverCall\": [\"DELETE\"]} | names a verb and no path; write DELETE **",
        "{\"version\": 1, \"neverCall\": [\"DELTE a\"]} | begins with no verb of Visibuild's",
        "{\"version\": 1} {}                         | text goes on after the end",
        "``                                          | it is empty",
      })
  void mistakeIsNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void approvalWithoutARealDateIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    {"version": 1, "approvals": [
                      {"write": "a.B", "approvedBy": "Kim",
                       "until": "2027-02-30"}]}
                    """))
        .hasMessage("policy.json:3: \"until\" should be a date such as 2027-06-30.");
  }

  private static Policy read(String text) throws MalformedFileException {
    return PolicyFile.read("policy.json", Examples.bytes(text));
  }
}
