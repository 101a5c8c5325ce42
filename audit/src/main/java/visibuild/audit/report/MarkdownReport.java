package visibuild.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.audit.Call;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.WriteApproval;
import visibuild.policy.Violation;

/** Findings for a pull request or a wiki: Markdown with tables, as GitHub and GitLab show them. */
final class MarkdownReport {
  private static final String CALLS = "| | call | method | where |\n| --- | --- | --- | --- |\n";
  private static final String APPROVED_CALLS =
      """
      | | call | method | approved by | until | where |
      | --- | --- | --- | --- | --- | --- |
      """;

  private final StringBuilder text = new StringBuilder();
  private final SourceRoots sources;
  private boolean approved;

  private MarkdownReport(SourceRoots sources) {
    this.sources = sources;
  }

  static String of(Findings findings, SourceRoots sources) {
    MarkdownReport report = new MarkdownReport(sources);
    report.answers(findings);
    findings.verdict().ifPresent(report::verdict);
    findings.difference().ifPresent(report::difference);
    findings.programs().forEach(program -> report.program(program, findings));
    return report.text.toString();
  }

  /** The three questions of a reviewer, before all detail. */
  private void answers(Findings findings) {
    text.append("# ").append(escaped(ReportWords.title(findings))).append("\n\n");
    findings
        .day()
        .ifPresent(day -> text.append(ReportWords.audited(findings.day())).append(".\n\n"));
    text.append("| question | result |\n| --- | --- |\n");
    for (Program program : findings.programs()) {
      row(
          "What can it do?",
          "%s**%s** %s"
              .formatted(
                  program.isUnknown() ? "\u26a0 " : "",
                  escaped(program.name()),
                  ProgramStats.needsWithUnused(program)));
    }
    boolean holds = findings.verdict().map(Verdict::holds).orElse(false);
    row(
        "Does the policy hold?",
        (holds ? "" : "\u26a0 ") + "**" + escaped(ReportWords.policy(findings.verdict())) + "**");
    row("Who approved each write?", escaped(ReportWords.approvals(findings)));
    text.append('\n');
  }

  private void verdict(Verdict verdict) {
    text.append("## ").append(escaped(ReportWords.policy(Optional.of(verdict)))).append("\n\n");
    verdict.gaps().forEach(gap -> text.append("- ").append(escaped(gap)).append(".\n"));
    verdict
        .files()
        .forEach(file -> text.append("- checked against ").append(code(file)).append('\n'));
    if (!verdict.violations().isEmpty()) {
      text.append("\n| rule | where | problem | remedy |\n| --- | --- | --- | --- |\n");
      verdict.violations().forEach(this::violation);
    }
    text.append('\n');
  }

  private void violation(Violation violation) {
    row(
        code(violation.rule().id()),
        violation.source().map(sources::textOf).map(MarkdownReport::code).orElse("-"),
        escaped(violation.problem()),
        escaped(violation.hint()));
  }

  private void difference(Difference difference) {
    text.append(
        "## Changes\n\n%s compared with %s: %s; before, it %s; %s, %s.\n\n"
            .formatted(
                escaped(difference.after().name()),
                escaped(difference.before().name()),
                ProgramStats.needs(difference.after()),
                ProgramStats.needs(difference.before()),
                ProgramStats.number(difference.changes().size(), "change"),
                ProgramStats.number(difference.newWrites().size(), "new write")));
    if (!difference.changes().isEmpty()) {
      text.append(CALLS);
      difference.changes().forEach(this::change);
      text.append('\n');
    }
  }

  private void change(Change change) {
    Call call = change.call();
    String was =
        change
            .before()
            .filter(before -> change.after().isPresent())
            .map(before -> ", was " + code(before.method().verb() + " " + before.method().path()))
            .orElse("");
    row(
        change.kind().word() + (call.method().writes() ? " **write**" : " read"),
        code(call.method().verb() + " " + call.method().path()) + was,
        code(call.label()),
        place(call));
  }

  private void program(Program program, Findings findings) {
    text.append(
        "## %s %s\n\n%s\n\n"
            .formatted(
                escaped(program.name()),
                ProgramStats.needsWithUnused(program),
                ProgramStats.of(program).sentence()));
    findings
        .day()
        .ifPresent(
            day ->
                text.append("Recorded by its files: ")
                    .append(escaped(ReportWords.buildWithGaps(program.build())))
                    .append(".\n\n"));
    ReportWords.writeAccessToRead(program)
        .ifPresent(reason -> text.append("- ").append(escaped(reason)).append('\n'));
    program
        .reachability()
        .gaps()
        .forEach(gap -> text.append("- Unknown: ").append(escaped(gap)).append(".\n"));
    program
        .reachability()
        .imprecision()
        .forEach(
            reason ->
                text.append("- More counts as reachable than may be: ")
                    .append(escaped(reason))
                    .append(".\n"));
    ApprovalIndex approvals = new ApprovalIndex(findings);
    approved = !approvals.of(program).isEmpty();
    if (!program.calls().isEmpty()) {
      text.append(approved ? APPROVED_CALLS : CALLS);
    }
    rows("**write**", program.writes(), approvals);
    rows("write, unreachable", program.unreachableWrites(), approvals);
    rows("read", program.reads(), approvals);
    text.append('\n');
    boolean first = true;
    for (Call call : program.writes()) {
      String path = CallPaths.text(program, call);
      if (!path.isEmpty()) {
        text.append(first ? "Shortest path to each write:\n\n" : "");
        text.append("- ").append(code(call.label())).append(": ").append(code(path)).append('\n');
        first = false;
      }
    }
    text.append(first ? "" : "\n");
  }

  private void rows(String access, List<Call> calls, ApprovalIndex approvals) {
    for (Call call : calls) {
      List<String> cells = new ArrayList<>();
      cells.add(access + (call.stated() ? " (@RequiresScope)" : ""));
      cells.add(code(call.method().verb() + " " + call.method().path()));
      cells.add(code(call.label()));
      if (approved) {
        Optional<WriteApproval> own = approvals.of(call);
        cells.add(own.map(MarkdownReport::approver).orElse(""));
        cells.add(own.map(MarkdownReport::until).orElse(""));
      }
      cells.add(place(call));
      row(cells.toArray(String[]::new));
    }
  }

  private static String approver(WriteApproval approval) {
    return approval
        .approval()
        .map(given -> escaped(given.approvedBy()))
        .orElse("\u26a0 not approved");
  }

  private static String until(WriteApproval approval) {
    return approval
        .approval()
        .map(
            given ->
                (ReportWords.state(approval).equals("valid") ? "" : "\u26a0 ")
                    + given.until()
                    + ", "
                    + ReportWords.daysLeft(approval))
        .orElse("");
  }

  private String place(Call call) {
    return call.api()
        .sourceOf(call.method())
        .map(sources::textOf)
        .map(MarkdownReport::code)
        .orElse("-");
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Text as code: it cannot leave its backticks or its cell. */
  private static String code(String content) {
    return "`" + TextSanitizer.of(content).replace('`', '\'').replace("|", "\\|") + "`";
  }

  /** Text as text: what Markdown or HTML would read as more is escaped. */
  private static String escaped(String content) {
    return TextSanitizer.of(content)
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|~-])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
