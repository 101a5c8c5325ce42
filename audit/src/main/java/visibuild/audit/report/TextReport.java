package visibuild.audit.report;

import java.util.List;
import visibuild.audit.Call;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.WriteApproval;
import visibuild.policy.Violation;

/** Findings for a terminal. */
final class TextReport {
  private final StringBuilder text = new StringBuilder();
  private final SourceRoots sources;

  private TextReport(SourceRoots sources) {
    this.sources = sources;
  }

  static String of(Findings findings, SourceRoots sources) {
    TextReport report = new TextReport(sources);
    findings
        .difference()
        .ifPresent(difference -> report.text.append(TextDifference.of(difference, sources)));
    findings.verdict().ifPresent(report::verdict);
    if (findings.difference().isEmpty()) {
      findings.programs().forEach(program -> report.program(program, findings));
    }
    return report.text.toString();
  }

  private void program(Program program, Findings findings) {
    line(TextSanitizer.of(program.name()) + " " + ProgramStats.needsWithUnused(program));
    line("  " + ProgramStats.of(program).sentence());
    ReportWords.writeAccessToRead(program).ifPresent(reason -> line("  " + reason));
    if (findings.day().isPresent()) {
      line(
          "  %s: %s."
              .formatted(
                  ReportWords.audited(findings.day()), ReportWords.buildWithGaps(program.build())));
    }
    program.reachability().gaps().forEach(gap -> line("  Unknown: " + TextSanitizer.of(gap) + "."));
    program
        .reachability()
        .imprecision()
        .forEach(
            reason ->
                line("  More counts as reachable than may be: " + TextSanitizer.of(reason) + "."));
    calls("Calls that write", program.writes());
    approvals(new ApprovalIndex(findings).of(program));
    paths(program);
    calls("Writes that no entry point reaches", program.unreachableWrites());
    calls("Calls that only read", program.reads());
    line("");
  }

  private void approvals(List<WriteApproval> approvals) {
    if (!approvals.isEmpty()) {
      line("");
      line("  Approvals");
      Columns columns = new Columns();
      approvals.forEach(approval -> columns.add(cells(approval)));
      columns.printTo(text, "    ");
    }
  }

  private static String[] cells(WriteApproval approval) {
    String label = TextSanitizer.of(approval.call().label());
    return approval
        .approval()
        .map(
            given ->
                new String[] {
                  label,
                  TextSanitizer.of(given.approvedBy()),
                  "until " + given.until(),
                  ReportWords.daysLeft(approval)
                })
        .orElseGet(() -> new String[] {label, "not approved"});
  }

  private void paths(Program program) {
    boolean first = true;
    for (Call call : program.writes()) {
      String path = CallPaths.text(program, call);
      if (!path.isEmpty()) {
        if (first) {
          line("");
          line("  Shortest path to each");
          first = false;
        }
        line("    " + TextSanitizer.of(call.label()) + ": " + path);
      }
    }
  }

  private void calls(String title, List<Call> calls) {
    if (!calls.isEmpty()) {
      line("");
      line("  " + title);
      Columns columns = new Columns();
      calls.forEach(call -> columns.add(cells(call, sources)));
      columns.printTo(text, "    ");
    }
  }

  /** A call as cells of a line: verb, path, method, why it is no matter of the verb, place. */
  static String[] cells(Call call, SourceRoots sources) {
    return new String[] {
      TextSanitizer.of(call.method().verb()),
      TextSanitizer.of(call.method().path()),
      TextSanitizer.of(call.label()),
      TextSanitizer.of(
          call.api().sourceOf(call.method()).map(sources::textOf).orElse("-")
              + (call.stated() ? "  (@RequiresScope)" : ""))
    };
  }

  private void verdict(Verdict verdict) {
    String files = String.join(", ", verdict.files());
    if (!verdict.gaps().isEmpty() && verdict.violations().isEmpty()) {
      line(files + ": cannot be checked.");
      verdict.gaps().forEach(gap -> line("  " + TextSanitizer.of(gap) + "."));
      line("");
      return;
    }
    line(
        verdict.holds()
            ? files + ": all of it holds."
            : files
                + ": broken in "
                + ProgramStats.number(verdict.violations().size(), "place")
                + ".");
    line("");
    verdict.violations().forEach(this::violation);
  }

  private void violation(Violation violation) {
    String where = violation.source().map(source -> sources.textOf(source) + ": ").orElse("");
    line(TextSanitizer.of(where + "[" + violation.rule().id() + "] " + violation.problem()));
    line("  " + TextSanitizer.of(violation.hint()));
    line("");
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
