package visibuild.audit.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.report.Format;
import visibuild.audit.report.SourceRoots;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.Reason;

class ComparisonTest {
  @Test
  void programIsNoDifferentFromItself() {
    assertThat(compare(TICKETS, TICKETS).changes()).isEmpty();
  }

  @Test
  void anotherLineIsNoChange() {
    Descriptor moved =
        api(
            TICKETS.api(),
            call("get", "GET", "tickets/{id}", 114),
            call("open", "POST", "tickets", 117));
    assertThat(compare(TICKETS, moved).changes()).isEmpty();
  }

  @Test
  void newWriteIsAdded() {
    Descriptor before = api(TICKETS.api(), call("get", "GET", "tickets/{id}", 14));
    Difference difference = compare(before, TICKETS);
    assertThat(difference.changes()).extracting(Change::kind).containsExactly(Change.Kind.ADDED);
    assertThat(difference.newWrites()).hasSize(1);
  }

  @Test
  void interfaceThatIsGoneIsRemoved() {
    Difference difference = Comparison.of(program("old", TICKETS, VISIS), program("new", VISIS));
    assertThat(difference.changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.REMOVED, Change.Kind.REMOVED);
    assertThat(difference.newWrites()).isEmpty();
  }

  @Test
  void readThatBecomesAWriteIsANewWrite() {
    Descriptor before = api("com.acme.Api", call("sync", "GET", "visis", 3));
    Descriptor after = api("com.acme.Api", call("sync", "PUT", "visis", 3));
    Difference difference = compare(before, after);
    assertThat(difference.changes()).extracting(Change::kind).containsExactly(Change.Kind.CHANGED);
    assertThat(difference.newWrites()).hasSize(1);
  }

  @Test
  void anotherReasonForTheSameWriteIsNoNewWrite() {
    Descriptor before = api("com.acme.Api", call("sync", "POST", "visis", 3));
    Descriptor after =
        api("com.acme.Api", stated(call("sync", "POST", "visis", 3), Access.READ_WRITE));
    assertThat(compare(before, after).newWrites()).isEmpty();
  }

  @Test
  void writeToAnotherPlaceAndWriteThatWasStatedToReadAreNewWrites() {
    MethodDescriptor now = call("sync", "POST", "visis", 3);
    for (MethodDescriptor before :
        List.of(
            call("sync", "POST", "drafts", 3),
            call("sync", "PUT", "visis", 3),
            stated(now, Access.READ))) {
      assertThat(compare(api("com.acme.Api", before), api("com.acme.Api", now)).newWrites())
          .hasSize(1);
    }
  }

  @Test
  void changedFixedHeader_isANewWriteAndShows() {
    Difference difference =
        compare(
            api("com.acme.Api", withHeaders("prefer: return=minimal")),
            api("com.acme.Api", withHeaders("x-mode: purge")));

    assertThat(difference.newWrites()).hasSize(1);
    assertThat(
            Format.TEXT.render(
                Findings.about(List.of(difference.after())).with(difference),
                new SourceRoots(Path.of(""), List.of())))
        .contains("headers were [prefer: return=minimal], now [x-mode: purge]");
  }

  private static MethodDescriptor withHeaders(String... headers) {
    MethodDescriptor call = call("sync", "POST", "visis", 3);
    return new MethodDescriptor(
        call.name(),
        call.parameters(),
        call.verb(),
        call.path(),
        List.of(headers),
        call.scope(),
        call.reason(),
        call.source());
  }

  private static MethodDescriptor stated(MethodDescriptor call, Access scope) {
    return new MethodDescriptor(
        call.name(),
        call.parameters(),
        call.verb(),
        call.path(),
        scope,
        Reason.REQUIRES_SCOPE,
        call.source());
  }

  @Test
  void overloadsAreDistinguished() {
    Descriptor after =
        api(
            "com.acme.Api",
            call("get", "GET", "visis", 3),
            new MethodDescriptor(
                "get",
                List.of("java.lang.String"),
                "GET",
                "api/core/v1/visis/{id}",
                Access.READ,
                Reason.VERB,
                Optional.empty()));
    assertThat(compare(api("com.acme.Api", call("get", "GET", "visis", 3)), after).changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.ADDED);
  }

  private static Difference compare(Descriptor before, Descriptor after) {
    return Comparison.of(program("old", before), program("new", after));
  }
}
