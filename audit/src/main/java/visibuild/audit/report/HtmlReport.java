package visibuild.audit.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.Access;
import visibuild.policy.Violation;

/**
 * Findings as one HTML file that needs no server and no network. The template escapes every value;
 * the page's own policy lets nothing run but its one script.
 */
final class HtmlReport {
  private static final String STYLE = PagePart.text("page.css");
  private static final String SCRIPT = PagePart.text("page.js");
  private static final String POLICY =
      "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
          .formatted(PagePart.hash(STYLE), PagePart.hash(SCRIPT));
  private static final Template TEMPLATE =
      Mustache.compiler().escapeHTML(true).strictSections(true).compile(PagePart.text("page.html"));

  private HtmlReport() {}

  static String of(Findings findings, SourceRoots sources) {
    List<CallRow> entries = CallRow.of(findings);
    List<Page.Area> areas = new PageRows(findings, sources).areas(entries);
    boolean compared = findings.difference().isPresent();
    return TEMPLATE.execute(
        new Page(
            title(findings),
            POLICY,
            STYLE,
            SCRIPT,
            findings.programs().stream().map(HtmlReport::card).toList(),
            findings.verdict().stream().map(verdict -> banner(verdict, sources)).toList(),
            findings.difference().stream().map(HtmlReport::summary).toList(),
            1 + 2 * findings.programs().size(),
            ProgramStats.number(entries.size(), "call"),
            findings.programs().size() <= 2 ? "beside" : "below",
            compared ? "New, changed or removed" : "What forces the write",
            compared
                ? "Every call that is not as it was."
                : "Without these calls, a credential that only reads would do.",
            highlights(areas, compared),
            areas));
  }

  private static List<Page.CallLine> highlights(List<Page.Area> areas, boolean compared) {
    return areas.stream()
        .flatMap(area -> area.rows().stream())
        .flatMap(row -> row.calls().stream())
        .filter(call -> compared ? call.changedAtAll() : call.access().equals("write"))
        .toList();
  }

  private static String title(Findings findings) {
    List<String> writing =
        findings.programs().stream()
            .filter(program -> program.needs() == Access.READ_WRITE)
            .map(program -> TextSanitizer.of(program.name()))
            .toList();
    int all = findings.programs().size();
    if (all == 1) {
      String name = TextSanitizer.of(findings.programs().get(0).name());
      if (findings.programs().get(0).isUnknown()) {
        return "No client found in " + name + ", so nothing is known of it";
      }
      return writing.isEmpty() ? name + " only reads" : name + " can write";
    }
    long unknown = findings.programs().stream().filter(Program::isUnknown).count();
    String known =
        writing.isEmpty()
            ? "None of " + all + " programs can write"
            : "%d of %d programs can write".formatted(writing.size(), all);
    return unknown == 0
        ? known
        : "%d of %d programs can write, nothing is known of %d"
            .formatted(writing.size(), all, unknown);
  }

  private static Page.ProgramCard card(Program program) {
    ProgramStats counts = ProgramStats.of(program);
    return new Page.ProgramCard(
        TextSanitizer.of(program.name()),
        access(program),
        words(program),
        String.format(Locale.ROOT, "%.1f", 100.0 * counts.writes() / Math.max(1, counts.calls())),
        counts.writes(),
        counts.calls(),
        counts.writingClients(),
        counts.clients());
  }

  private static Page.VerdictBanner banner(Verdict verdict, SourceRoots sources) {
    return new Page.VerdictBanner(
        verdict.holds(),
        headline(verdict),
        verdict.files().stream().map(TextSanitizer::of).toList(),
        verdict.violations().stream().map(violation -> broken(violation, sources)).toList());
  }

  private static String headline(Verdict verdict) {
    if (verdict.holds()) {
      return "The policy holds";
    }
    if (verdict.violations().isEmpty()) {
      return "The policy cannot be checked: " + TextSanitizer.of(String.join("; ", verdict.gaps()));
    }
    return "The policy is broken in " + ProgramStats.number(verdict.violations().size(), "place");
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
    String needs =
        words(difference.before()).equals(words(difference.after()))
            ? "It needs %s, as before".formatted(words(difference.after()))
            : "It needs %s; before, %s"
                .formatted(words(difference.after()), words(difference.before()));
    return new Page.ChangeSummary(
        TextSanitizer.of(difference.before().name()),
        "%s. %s.".formatted(needs, ProgramStats.number(difference.newWrites().size(), "new write")),
        kinds.getOrDefault(Change.Kind.ADDED, 0L),
        kinds.getOrDefault(Change.Kind.CHANGED, 0L),
        kinds.getOrDefault(Change.Kind.REMOVED, 0L));
  }

  private static String access(Program program) {
    if (program.isUnknown()) {
      return "unknown";
    }
    return program.needs() == Access.READ_WRITE ? "write" : "read";
  }

  private static String words(Program program) {
    if (program.isUnknown()) {
      return "unknown (no client found)";
    }
    return program.needs() == Access.READ_WRITE ? "read and write" : "read only";
  }
}
