package visibuild.audit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import visibuild.audit.Call;
import visibuild.audit.CallStep;
import visibuild.audit.Change;
import visibuild.audit.Findings;
import visibuild.audit.WriteApproval;
import visibuild.policy.Approval;

/** The one list of calls: what changed, what writes, what could write, and what only reads. */
final class PageCalls {
  private static final Comparator<CallRow> ORDER =
      Comparator.comparing(CallRow::access)
          .reversed()
          .thenComparing(row -> row.call().method().path())
          .thenComparing(row -> row.call().method().verb())
          .thenComparing(row -> row.call().api().api())
          .thenComparing(row -> row.call().method().signature())
          .thenComparingInt(CallRow::program)
          .thenComparing(row -> row.call().client().origin());

  private final Findings findings;
  private final SourceRoots sources;
  private final PageMatrix matrix;
  private final ApprovalIndex approvals;
  private final Map<String, String> firstCalls = new HashMap<>();
  private final List<Page.CallSection> sections = new ArrayList<>();
  private int calls;

  PageCalls(Findings findings, SourceRoots sources, PageMatrix matrix, List<CallRow> rows) {
    this.findings = findings;
    this.sources = sources;
    this.matrix = matrix;
    this.approvals = new ApprovalIndex(findings);
    List<CallRow> sorted = rows.stream().sorted(ORDER).toList();
    section(
        "New, changed or removed",
        "Every call that differs from the earlier version.",
        sorted,
        row -> row.change().isPresent());
    section(
        "Calls that write",
        "Without these calls, a credential that only reads is enough.",
        sorted,
        row -> row.change().isEmpty() && row.reachable() && row.access().equals("write"));
    section(
        "Writes that no entry point reaches",
        "The program contains these calls and cannot make them. They need no scope.",
        sorted,
        row -> !row.reachable());
    section(
        "Calls that only read",
        "A credential with the scope read is enough for these calls.",
        sorted,
        row -> row.change().isEmpty() && row.reachable() && row.access().equals("read"));
  }

  /** The parts of the list that hold a call. */
  List<Page.CallSection> sections() {
    return sections;
  }

  /** The id of the first call of each cell of the matrix. */
  Map<String, String> firstCalls() {
    return firstCalls;
  }

  private void section(
      String title, String lead, List<CallRow> rows, Predicate<CallRow> isInSection) {
    List<Page.CallLine> lines = rows.stream().filter(isInSection).map(this::line).toList();
    if (!lines.isEmpty()) {
      sections.add(
          new Page.CallSection(title, lead, ProgramStats.number(lines.size(), "call"), lines));
    }
  }

  private Page.CallLine line(CallRow row) {
    Call call = row.call();
    String id = "c" + calls++;
    String cell = matrix.cellId(row);
    firstCalls.putIfAbsent(cell, id);
    return new Page.CallLine(
        id,
        matrix.rowId(row),
        cell,
        row.access(),
        row.reachable() ? "reachable" : "unreachable",
        TextSanitizer.of(call.method().verb()),
        TextSanitizer.of(call.method().path()),
        TextSanitizer.of(call.label()),
        TextSanitizer.of(
            call.api().sourceOf(call.method()).map(sources::textOf).orElse(call.api().api())),
        TextSanitizer.of(findings.programs().get(row.program()).name()),
        TextSanitizer.of(call.client().origin()),
        call.stated(),
        row.changeWord(),
        TextSanitizer.of(was(row)),
        row.isThere() ? approvals.of(call).stream().map(PageCalls::approval).toList() : List.of(),
        steps(row));
  }

  private static String was(CallRow row) {
    return row.change()
        .filter(change -> change.kind() == Change.Kind.CHANGED)
        .flatMap(Change::before)
        .map(before -> before.method().verb() + " " + before.method().path())
        .orElse("");
  }

  private static Page.CallApproval approval(WriteApproval approval) {
    Optional<Approval> given = approval.approval();
    return new Page.CallApproval(
        ReportWords.state(approval),
        TextSanitizer.of(given.map(Approval::approvedBy).orElse("not approved")),
        given.map(each -> "until " + each.until()).orElse(""),
        ReportWords.daysLeft(approval),
        TextSanitizer.of(given.flatMap(Approval::reason).orElse("")));
  }

  /** The path to a write; the paths to reads would only make the page longer. */
  private List<Page.Step> steps(CallRow row) {
    if (!row.isThere() || !row.call().method().writes()) {
      return List.of();
    }
    return CallPaths.steps(findings.programs().get(row.program()), row.call()).stream()
        .map(this::step)
        .toList();
  }

  private Page.Step step(CallStep step) {
    return new Page.Step(
        TextSanitizer.of(step.method()),
        TextSanitizer.of(step.note()),
        TextSanitizer.of(step.source().map(sources::textOf).orElse("")));
  }
}
