package visibuild.audit.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Verdict;
import visibuild.policy.Violation;

/**
 * Findings as one HTML file that needs no server and no network. The template escapes every value;
 * the page's content security policy permits only its one script and style.
 */
final class HtmlReport {
  private static final String STYLE = PagePart.text("page.css");
  private static final String SCRIPT = PagePart.text("page.js");
  private static final String POLICY =
      "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
          .formatted(PagePart.hash(STYLE), PagePart.hash(SCRIPT));
  private static final Template TEMPLATE =
      Mustache.compiler().escapeHTML(true).strictSections(true).compile(PagePart.text("page.html"));

  /** Beyond this number of calls, a browser lays out only those in view. */
  private static final int MANY_CALLS = 300;

  private HtmlReport() {}

  static String of(Findings findings, SourceRoots sources) {
    List<CallRow> rows = CallRow.of(findings);
    PageMatrix matrix = new PageMatrix(findings, rows);
    PageCalls calls = new PageCalls(findings, sources, matrix, rows);
    PageAnswers answers = new PageAnswers(findings);
    return TEMPLATE.execute(
        new Page(
            ReportWords.title(findings),
            ReportWords.audited(findings.day()),
            POLICY,
            STYLE,
            SCRIPT,
            answers.capability(),
            answers.programs(),
            answers.policy(),
            answers.approvals(),
            violations(findings, sources),
            findings.difference().stream().map(HtmlReport::summary).toList(),
            1 + 2 * findings.programs().size(),
            layout(findings, rows),
            ProgramStats.number(rows.size(), "call"),
            rows.size() > MANY_CALLS ? "long" : "short",
            calls.sections(),
            matrix.areas(calls.firstCalls())));
  }

  /** The matrix of one program is narrow enough to stand beside the list of calls. */
  private static String layout(Findings findings, List<CallRow> rows) {
    if (rows.isEmpty()) {
      return "empty";
    }
    return findings.programs().size() == 1 ? "beside" : "below";
  }

  private static List<Page.BrokenRule> violations(Findings findings, SourceRoots sources) {
    return findings
        .verdict()
        .map(Verdict::violations)
        .map(List::stream)
        .orElseGet(Stream::empty)
        .map(violation -> broken(violation, sources))
        .toList();
  }

  private static Page.BrokenRule broken(Violation violation, SourceRoots sources) {
    return new Page.BrokenRule(
        violation.rule().id(),
        TextSanitizer.of(violation.source().map(sources::textOf).orElse("")),
        TextSanitizer.of(violation.problem()),
        TextSanitizer.of(violation.hint()));
  }

  private static Page.ChangeSummary summary(Difference difference) {
    var kinds =
        difference.changes().stream()
            .collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
    String before = PageAnswers.words(difference.before());
    String after = PageAnswers.words(difference.after());
    String needs =
        before.equals(after)
            ? "It needs %s, as before".formatted(after)
            : "It needs %s; before, %s".formatted(after, before);
    return new Page.ChangeSummary(
        TextSanitizer.of(difference.before().name()),
        "%s. %s.".formatted(needs, ProgramStats.number(difference.newWrites().size(), "new write")),
        kinds.getOrDefault(Change.Kind.ADDED, 0L),
        kinds.getOrDefault(Change.Kind.CHANGED, 0L),
        kinds.getOrDefault(Change.Kind.REMOVED, 0L));
  }
}
