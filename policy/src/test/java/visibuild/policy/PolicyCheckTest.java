package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.policy.Examples.TICKETS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 30);

  @Test
  void emptyPolicyAllowsAll() throws MalformedFileException {
    assertThat(check("")).isEmpty();
  }

  @Test
  void scopeAboveTheHighestIsBroken() throws MalformedFileException {
    assertThat(check(", \"highestScope\": \"READ\""))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.method()).containsSame(TICKETS.methods().get(1));
              assertThat(violation.source().orElseThrow())
                  .hasToString("com/acme/desk/TicketsApi.java:20");
              assertThat(violation.message())
                  .isEqualTo(
                      """
                      [scope-too-high] TicketsApi.create (POST api/core/v1/tickets) needs READ_WRITE, \
                      and READ is the highest scope allowed (policy.json:1).
                        Remove the method, or move it to a module that may write.\
                      """);
            });
  }

  @Test
  void createdClientThatNeverWrites_needsTheScopeThatItDeclares() throws MalformedFileException {
    Descriptor created =
        new Descriptor(
            TICKETS.api(),
            TICKETS.client(),
            Access.READ_WRITE,
            TICKETS.path(),
            TICKETS.source(),
            TICKETS.methods().subList(0, 1));
    PolicyCheck check =
        PolicyCheck.of(List.of(policy(", \"highestScope\": \"READ\"")), Optional.empty(), TODAY);

    assertThat(check.violationsOf(created))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.rule()).isEqualTo(Rule.SCOPE_TOO_HIGH);
              assertThat(violation.method()).isEmpty();
              assertThat(violation.source()).isEqualTo(TICKETS.source());
              assertThat(violation.problem())
                  .isEqualTo(
                      "The program creates a client of TicketsApi, which declares READ_WRITE, so"
                          + " its credential needs that scope although no write is reached; READ"
                          + " is the highest scope allowed (policy.json:1).");
            });
  }

  @Test
  void writeByWhatIsNotListedIsBroken() throws MalformedFileException {
    assertThat(rules(check(", \"mayWrite\": [\"com.acme.other.*\"]")))
        .containsExactly(Rule.WRITE_NOT_ALLOWED);
    assertThat(check(", \"mayWrite\": [\"com.acme.desk.*\"]")).isEmpty();
  }

  @Test
  void evenAReadOfAForbiddenPathIsBroken() throws MalformedFileException {
    assertThat(check(", \"neverCall\": [\"GET api/core/v1/tickets/*\"]"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.rule()).isEqualTo(Rule.PATH_FORBIDDEN);
              assertThat(violation.method()).containsSame(TICKETS.methods().get(0));
            });
  }

  @Test
  void writeWithoutApprovalIsBroken() throws MalformedFileException {
    assertThat(rules(check(", \"approvals\": []"))).containsExactly(Rule.WRITE_NOT_APPROVED);
  }

  @Test
  void approvalCountsOnItsLastDay() throws MalformedFileException {
    assertThat(check(approvedUntil("2027-06-30"))).isEmpty();
  }

  @Test
  void approvalIsExpiredOnTheDayAfter() throws MalformedFileException {
    assertThat(check(approvedUntil("2027-06-29")))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.rule()).isEqualTo(Rule.APPROVAL_EXPIRED);
              assertThat(violation.problem())
                  .contains("Kim Lee", "2027-06-29", "policy.json:1", "today is 2027-06-30");
            });
  }

  @Test
  void approvalOfNothingIsBrokenForAWholeProgramOnly() throws MalformedFileException {
    PolicyCheck check =
        PolicyCheck.of(List.of(policy(approvedUntil("2028-01-01"))), Optional.empty(), TODAY);
    assertThat(check.violationsOf(Examples.SEARCH)).isEmpty();
    assertThat(rules(check.violationsOf(List.of(Examples.SEARCH))))
        .containsExactly(Rule.APPROVAL_UNUSED);
  }

  @Test
  void writeOutsideOfTheLockIsBroken() {
    assertThat(rules(locked(new Lock("lock.json", List.of())).violationsOf(TICKETS)))
        .containsExactly(Rule.WRITE_NOT_LOCKED);
  }

  @Test
  void writingVerbThatIsStatedToReadNeedsTheLockToo() {
    assertThat(locked(new Lock("lock.json", List.of())).violationsOf(Examples.SEARCH))
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .startsWith("[write-not-locked] Desk.SearchApi.search (POST api/v2/search)")
        .contains("has a verb that writes, though stated to read, and is not in lock.json");
  }

  @Test
  void lockedWriteThatIsStatedToReadLaterIsAnother() {
    MethodDescriptor search = Examples.SEARCH.methods().get(0);
    Lock lock =
        new Lock(
            "lock.json",
            List.of(
                new Lock.Write(
                    Examples.SEARCH.api(),
                    search.signature(),
                    search.verb(),
                    search.path(),
                    Access.READ_WRITE)));
    assertThat(rules(locked(lock).violationsOf(Examples.SEARCH)))
        .containsExactly(Rule.WRITE_NOT_LOCKED);
  }

  @Test
  void lockOfTheProgramItselfHolds() {
    List<Descriptor> program = List.of(TICKETS, Examples.SEARCH);
    assertThat(locked(Lock.of("lock.json", program)).violationsOf(program)).isEmpty();
  }

  @Test
  void lockedWriteToAnotherPathIsBrokenAndReportsWhich() {
    Lock lock =
        new Lock(
            "lock.json",
            List.of(
                new Lock.Write(
                    TICKETS.api(),
                    TICKETS.methods().get(1).signature(),
                    "POST",
                    "api/core/v1/drafts",
                    Access.READ_WRITE)));
    assertThat(locked(lock).violationsOf(TICKETS))
        .singleElement()
        .extracting(Violation::problem)
        .asString()
        .contains("is in lock.json as POST api/core/v1/drafts");
  }

  @Test
  void lockedWriteThatIsGoneIsBrokenForAWholeProgramOnly() {
    PolicyCheck check = locked(Lock.of("lock.json", List.of(TICKETS, Examples.SEARCH)));
    assertThat(check.violationsOf(Examples.SEARCH)).isEmpty();
    assertThat(rules(check.violationsOf(List.of(Examples.SEARCH))))
        .containsExactly(Rule.LOCK_OUTDATED);
  }

  @Test
  void twoPoliciesCountTogether() throws MalformedFileException {
    List<Policy> policies =
        List.of(policy(", \"highestScope\": \"READ\""), policy(", \"mayWrite\": []"));
    assertThat(rules(PolicyCheck.of(policies, Optional.empty(), TODAY).violationsOf(TICKETS)))
        .containsExactly(Rule.SCOPE_TOO_HIGH, Rule.WRITE_NOT_ALLOWED);
  }

  private static String approvedUntil(String date) {
    return ", \"approvals\": [{\"write\": \"com.acme.desk.TicketsApi#create\","
        + " \"approvedBy\": \"Kim Lee\", \"until\": \""
        + date
        + "\"}]";
  }

  private static List<Violation> check(String members) throws MalformedFileException {
    return PolicyCheck.of(List.of(policy(members)), Optional.empty(), TODAY).violationsOf(TICKETS);
  }

  private static PolicyCheck locked(Lock lock) {
    return PolicyCheck.of(List.of(), Optional.of(lock), TODAY);
  }

  private static Policy policy(String members) throws MalformedFileException {
    return PolicyFile.read("policy.json", Examples.bytes("{\"version\": 1" + members + "}"));
  }

  private static List<Rule> rules(List<Violation> violations) {
    return violations.stream().map(Violation::rule).toList();
  }
}
