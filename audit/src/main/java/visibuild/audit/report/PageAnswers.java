package visibuild.audit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.WriteApproval;
import visibuild.policy.Access;
import visibuild.policy.Approval;

/** The first screen: capabilities, policy and approvals. */
final class PageAnswers {
  private static final int MOST_GROUPS = 5;
  private static final int MOST_WRITES = 4;

  private final Findings findings;

  PageAnswers(Findings findings) {
    this.findings = findings;
  }

  /** The colour of all programs together: {@code write}, {@code read} or {@code warning}. */
  String capability() {
    List<Program> programs = findings.programs();
    if (programs.stream().allMatch(Program::isUnknown)) {
      return "warning";
    }
    return programs.stream().anyMatch(program -> access(program).equals("write"))
        ? "write"
        : "read";
  }

  List<Page.ProgramCard> programs() {
    return findings.programs().stream().map(this::card).toList();
  }

  private Page.ProgramCard card(Program program) {
    ProgramStats counts = ProgramStats.of(program);
    return new Page.ProgramCard(
        TextSanitizer.of(program.name()),
        access(program),
        words(program),
        findings.day().isPresent() ? sentence(ReportWords.buildWithGaps(program.build())) : "",
        String.format(Locale.ROOT, "%.1f", 100.0 * counts.writes() / Math.max(1, counts.calls())),
        counts.writes(),
        counts.calls() - counts.writes(),
        remarks(program));
  }

  private static List<Page.Remark> remarks(Program program) {
    List<Page.Remark> remarks = new ArrayList<>();
    program
        .reachability()
        .gaps()
        .forEach(gap -> remarks.add(new Page.Remark("warning", TextSanitizer.of(gap))));
    ReportWords.writeAccessToRead(program)
        .ifPresent(reason -> remarks.add(new Page.Remark("warning", reason)));
    int unused = program.unusedWriters().size();
    if (unused > 0) {
      remarks.add(
          new Page.Remark(
              "plain",
              unused == 1
                  ? "1 client that writes is never created."
                  : unused + " clients that write are never created."));
    }
    int reasons = program.reachability().imprecision().size();
    if (reasons > 0) {
      remarks.add(
          new Page.Remark(
              "plain",
              "More calls may count as reachable than are, because of reflection in "
                  + ProgramStats.number(reasons, "place")
                  + ", such as "
                  + TextSanitizer.of(program.reachability().imprecision().get(0))
                  + "."));
    }
    return remarks;
  }

  Page.PolicyAnswer policy() {
    String headline = ReportWords.policy(findings.verdict());
    if (findings.verdict().isEmpty()) {
      return new Page.PolicyAnswer(
          "warning",
          headline,
          List.of("Give this report a policy with --policy FILE, or write one with audit init."),
          List.of(),
          List.of());
    }
    Verdict verdict = findings.verdict().get();
    String state = verdict.holds() ? "good" : verdict.violations().isEmpty() ? "warning" : "bad";
    return new Page.PolicyAnswer(
        state,
        headline,
        List.of(),
        verdict.gaps().stream().map(gap -> TextSanitizer.of(gap) + ".").toList(),
        verdict.files().stream().map(TextSanitizer::of).toList());
  }

  Page.ApprovalAnswer approvals() {
    List<WriteApproval> all = findings.verdict().map(Verdict::approvals).orElse(List.of());
    List<Page.ApprovalGroup> groups = groups(all);
    int more = Math.max(0, groups.size() - MOST_GROUPS);
    return new Page.ApprovalAnswer(
        approvalState(all),
        ReportWords.approvals(findings),
        approvalAdvice(all),
        groups.subList(0, groups.size() - more),
        more == 0
            ? List.of()
            : List.of(ProgramStats.number(more, "more approval") + " in the list of calls."));
  }

  private String approvalState(List<WriteApproval> all) {
    boolean writes = findings.programs().stream().anyMatch(program -> !program.writes().isEmpty());
    boolean unknown = findings.programs().stream().anyMatch(Program::isUnknown);
    if (all.isEmpty()) {
      return writes || unknown ? "warning" : "plain";
    }
    if (all.stream().anyMatch(approval -> !approval.isValid())) {
      return "bad";
    }
    return all.stream().anyMatch(approval -> ReportWords.state(approval).equals("ending"))
        ? "warning"
        : "good";
  }

  private List<String> approvalAdvice(List<WriteApproval> all) {
    if (!all.isEmpty() || findings.verdict().isEmpty()) {
      return findings.verdict().isEmpty()
          ? List.of("The approvals are part of the policy.")
          : List.of();
    }
    return findings.programs().stream().allMatch(program -> program.writes().isEmpty())
        ? List.of()
        : List.of(
            "Add \"approvals\" to the policy, so that each write has an approver and a date.");
  }

  /** Writes with the same approver and last day stand together; the first to end stands first. */
  private static List<Page.ApprovalGroup> groups(List<WriteApproval> all) {
    Map<String, List<WriteApproval>> groups = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparingLong(approval -> approval.daysLeft().orElse(Long.MIN_VALUE)))
        .forEach(
            approval ->
                groups
                    .computeIfAbsent(ReportWords.phrase(approval), key -> new ArrayList<>())
                    .add(approval));
    return groups.values().stream().map(PageAnswers::group).toList();
  }

  private static Page.ApprovalGroup group(List<WriteApproval> same) {
    WriteApproval first = same.get(0);
    List<String> writes =
        same.stream()
            .map(approval -> TextSanitizer.of(approval.call().label()))
            .distinct()
            .toList();
    int more = Math.max(0, writes.size() - MOST_WRITES);
    return new Page.ApprovalGroup(
        ReportWords.state(first),
        TextSanitizer.of(first.approval().map(Approval::approvedBy).orElse("not approved")),
        first.approval().map(given -> "until " + given.until()).orElse(""),
        ReportWords.daysLeft(first),
        String.join(", ", writes.subList(0, writes.size() - more))
            + (more == 0 ? "" : " and " + more + " more"));
  }

  private static String access(Program program) {
    if (program.isUnknown()) {
      return "unknown";
    }
    return program.needs() == Access.READ_WRITE ? "write" : "read";
  }

  /** The needed scope in words. */
  static String words(Program program) {
    if (program.isUnknown()) {
      return "unknown (no client found)";
    }
    return program.needs() == Access.READ_WRITE ? "read and write" : "read only";
  }

  private static String sentence(String phrase) {
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }
}
