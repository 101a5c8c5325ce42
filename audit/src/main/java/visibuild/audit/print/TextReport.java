package visibuild.audit.print;

import java.util.List;
import visibuild.audit.Call;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
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
      findings.programs().forEach(report::program);
    }
    return report.text.toString();
  }

  private void program(Program program) {
    line(Plain.of(program.name()) + " " + Counts.needs(program));
    line("  " + Counts.of(program).sentence());
    calls("Calls that write", program.writes());
    calls("Calls that only read", program.reads());
    line("");
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
      Plain.of(call.method().verb()),
      Plain.of(call.method().path()),
      Plain.of(call.label()),
      Plain.of(
          call.api().sourceOf(call.method()).map(sources::textOf).orElse("-")
              + (call.stated() ? "  (@RequiresScope)" : ""))
    };
  }

  private void verdict(Verdict verdict) {
    String files = String.join(", ", verdict.files());
    line(
        verdict.holds()
            ? files + ": all of it holds."
            : files + ": broken in " + Counts.number(verdict.violations().size(), "place") + ".");
    line("");
    verdict.violations().forEach(this::violation);
  }

  private void violation(Violation violation) {
    String where = violation.source().map(source -> sources.textOf(source) + ": ").orElse("");
    line(Plain.of(where + "[" + violation.rule().id() + "] " + violation.wrong()));
    line("  " + Plain.of(violation.instead()));
    line("");
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
