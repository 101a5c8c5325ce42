package visibuild.audit.report;

import java.util.List;
import visibuild.audit.Call;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.Violation;

/** Findings for a pull request or a wiki: Markdown with tables, as GitHub and GitLab show them. */
final class MarkdownReport {
  private static final String CALLS = "| | call | method | where |\n| --- | --- | --- | --- |\n";

  private final StringBuilder text = new StringBuilder("# What may write on Visibuild\n\n");
  private final SourceRoots sources;

  private MarkdownReport(SourceRoots sources) {
    this.sources = sources;
  }

  static String of(Findings findings, SourceRoots sources) {
    MarkdownReport report = new MarkdownReport(sources);
    findings.verdict().ifPresent(report::verdict);
    findings.difference().ifPresent(report::difference);
    findings.programs().forEach(report::program);
    return report.text.toString();
  }

  private void verdict(Verdict verdict) {
    String headline =
        verdict.violations().isEmpty()
            ? "## The policy cannot be checked"
            : "## The policy is broken";
    text.append(verdict.holds() ? "## The policy holds" : headline).append("\n\n");
    verdict.gaps().forEach(gap -> text.append("- ").append(escaped(gap)).append(".\n"));
    verdict.files().forEach(file -> text.append("- held against ").append(code(file)).append('\n'));
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

  private void program(Program program) {
    text.append(
        "## %s %s\n\n%s\n\n"
            .formatted(
                escaped(program.name()),
                ProgramStats.needsWithUnused(program),
                ProgramStats.of(program).sentence()));
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
    if (!program.calls().isEmpty()) {
      text.append(CALLS);
    }
    rows("**write**", program.writes());
    rows("write, unreachable", program.unreachableWrites());
    rows("read", program.reads());
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

  private void rows(String access, List<Call> calls) {
    for (Call call : calls) {
      row(
          access + (call.stated() ? " (@RequiresScope)" : ""),
          code(call.method().verb() + " " + call.method().path()),
          code(call.label()),
          place(call));
    }
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
