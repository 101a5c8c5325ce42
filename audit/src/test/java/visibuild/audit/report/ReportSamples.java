package visibuild.audit.report;

import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import visibuild.audit.BuildInfo;
import visibuild.audit.Call;
import visibuild.audit.CallStep;
import visibuild.audit.Client;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Reachability;
import visibuild.audit.Verdict;
import visibuild.policy.Descriptor;
import visibuild.policy.MalformedFileException;
import visibuild.policy.PolicyFile;
import visibuild.policy.SourcePosition;
import visibuild.policy.TeamPolicy;

/** Findings as reports show them: with bytecode, versions, policies and approvals. */
final class ReportSamples {
  static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
  static final Descriptor WEBHOOKS =
      api(
          "com.acme.WebhooksApi",
          call("create", "POST", "webhooks", 19),
          call("delete", "DELETE", "webhooks/{id}", 27));

  private ReportSamples() {}

  /** A program whose writes are reached from {@code main}, except those of {@link #WEBHOOKS}. */
  static Program desk() {
    return reached(program("desk", TICKETS, VISIS, WEBHOOKS), Set.of(TICKETS, VISIS))
        .with(
            new BuildInfo(
                Optional.of("1.4.0"),
                Optional.of("8f14e45fceea167a5a36dedd4bea2543c9b1f0aa"),
                false,
                Optional.empty()));
  }

  /** {@code program} with paths from {@code main} to the calls of {@code live}. */
  static Program reached(Program program, Set<Descriptor> live) {
    Map<String, List<CallStep>> paths = new LinkedHashMap<>();
    Set<String> created = new HashSet<>();
    for (Client client : program.clients()) {
      if (live.contains(client.descriptor())) {
        created.add(client.descriptor().client());
        client
            .descriptor()
            .methods()
            .forEach(
                method ->
                    paths.put(
                        Reachability.key(client.descriptor(), method),
                        path(new Call(client, method))));
      }
    }
    return new Program(
        program.name(),
        program.clients(),
        new Reachability(true, paths, created, List.of(), List.of()));
  }

  private static List<CallStep> path(Call call) {
    return List.of(
        step("com.acme.desk.cli.Main.main", "com/acme/desk/cli/Main.java", 21, ""),
        step(
            "com.acme.desk.Desk.run",
            "com/acme/desk/Desk.java",
            48,
            "called as a java.lang.Runnable"),
        new CallStep(call.api().client() + "." + call.method().name(), Optional.empty(), ""));
  }

  private static CallStep step(String method, String file, int line, String note) {
    return new CallStep(method, Optional.of(new SourcePosition(file, OptionalInt.of(line))), note);
  }

  /** A policy with {@code approvals}: each write with its approver and last day. */
  static TeamPolicy policy(String... approvals) {
    String text =
        "{\"version\": 1, \"approvals\": [%s]}".formatted(String.join(", ", List.of(approvals)));
    try {
      return new TeamPolicy(
          List.of(PolicyFile.read("visibuild-policy.json", text.getBytes(StandardCharsets.UTF_8))),
          List.of(),
          Optional.empty());
    } catch (MalformedFileException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  static String approval(String write, String approver, String until, String reason) {
    return "{\"write\": \"%s\", \"approvedBy\": \"%s\", \"until\": \"%s\", \"reason\": \"%s\"}"
        .formatted(write, approver, until, reason);
  }

  /** One program, all of whose writes are approved. */
  static Findings approved() {
    return checked(
        List.of(desk()),
        policy(
            approval(
                "com.acme.TicketsApi#open", "Kim Lee", "2027-12-31", "opens tickets from mail")));
  }

  /**
   * Four programs with long names, one of them unknown, with one missing and one expired approval.
   */
  static Findings fourPrograms() {
    List<Descriptor> many = new ArrayList<>();
    for (String resource : List.of("locations", "milestones", "defect-rounds", "companies/users")) {
      many.add(
          api(
              "com.acme.importer." + resource.replaceAll("\\W", "") + "Api",
              call("list", "GET", "projects/{projectId}/" + resource, 11),
              call("replaceEverythingAtOnce", "PUT", "projects/{projectId}/" + resource, 14)));
    }
    Program importer =
        reached(
            program("harbour-road-hospital-importer", many.toArray(Descriptor[]::new)),
            Set.copyOf(many.subList(0, 3)));
    return checked(
        List.of(
            desk(),
            importer,
            reached(program("nightly-site-report", VISIS), Set.of(VISIS)),
            program("legacy-spreadsheet-export")),
        policy(
            approval("com.acme.TicketsApi#open", "Kim Lee", "2027-06-11", "opens tickets"),
            approval("com.acme.importer.locationsApi", "Robin Okafor", "2027-05-20", "one import"),
            approval(
                "com.acme.importer.milestonesApi", "Robin Okafor", "2028-01-31", "one import")));
  }

  static Findings checked(List<Program> programs, TeamPolicy team) {
    return Findings.about(programs).with(Verdict.of(team, programs, TODAY)).on(TODAY);
  }
}
