package visibuild.audit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import visibuild.audit.Change;
import visibuild.audit.Findings;
import visibuild.audit.Resource;

/** The lines of the matrix and the calls behind them. */
final class PageRows {
  private static final Comparator<CallRow> ORDER =
      Comparator.comparing(CallRow::access)
          .reversed()
          .thenComparing(entry -> entry.call().method().path())
          .thenComparing(entry -> entry.call().method().verb())
          .thenComparing(entry -> entry.call().api().api())
          .thenComparing(entry -> entry.call().method().signature())
          .thenComparing(CallRow::program)
          .thenComparing(entry -> entry.call().client().origin());

  private final Findings findings;
  private final SourceRoots sources;
  private int rows;

  PageRows(Findings findings, SourceRoots sources) {
    this.findings = findings;
    this.sources = sources;
  }

  List<Page.Area> areas(List<CallRow> entries) {
    Map<String, Map<Resource, List<CallRow>>> areas = new TreeMap<>();
    for (CallRow entry : entries) {
      Resource resource = entry.call().resource();
      areas
          .computeIfAbsent(resource.area(), area -> new TreeMap<>())
          .computeIfAbsent(resource, other -> new ArrayList<>())
          .add(entry);
    }
    List<Page.Area> shown = new ArrayList<>();
    areas.forEach(
        (area, resources) -> {
          List<Page.Row> lines = new ArrayList<>();
          resources.forEach((resource, calls) -> lines.add(row(resource, calls)));
          shown.add(new Page.Area(TextSanitizer.of(area), lines));
        });
    return shown;
  }

  private Page.Row row(Resource resource, List<CallRow> entries) {
    String id = "r" + rows++;
    String name = TextSanitizer.of(resource.name());
    List<Page.Cell> cells = new ArrayList<>();
    for (int program = 0; program < findings.programs().size(); program++) {
      cells.add(cell(id, name, program, "read", entries));
      cells.add(cell(id, name, program, "write", entries));
    }
    List<Page.CallLine> calls =
        entries.stream().sorted(ORDER).map(entry -> line(id, entry)).toList();
    return new Page.Row(id, TextSanitizer.of(resource.area()), name, cells, calls);
  }

  private Page.Cell cell(
      String row, String resource, int program, String access, List<CallRow> entries) {
    List<CallRow> behind =
        entries.stream()
            .filter(entry -> entry.program() == program && entry.access().equals(access))
            .toList();
    long count = behind.stream().filter(CallRow::isThere).count();
    Optional<Change.Kind> mark = markOf(behind);
    return new Page.Cell(
        cellId(row, program, access),
        row,
        access,
        !behind.isEmpty(),
        count,
        "%s: %s of %s%s"
            .formatted(
                resource,
                ProgramStats.number((int) count, access),
                TextSanitizer.of(findings.programs().get(program).name()),
                mark.map(kind -> ", some " + kind.word()).orElse("")),
        mark.isPresent(),
        mark.map(Change.Kind::word).orElse(""),
        mark.map(PageRows::sign).orElse(""));
  }

  /** Returns the most important change of a cell: added, then changed, then removed. */
  private static Optional<Change.Kind> markOf(List<CallRow> entries) {
    return entries.stream()
        .flatMap(entry -> entry.change().stream())
        .map(Change::kind)
        .min(
            Comparator.comparing(
                kind -> List.of("added", "changed", "removed").indexOf(kind.word())));
  }

  private static String sign(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "\u2212";
      case CHANGED -> "~";
    };
  }

  private Page.CallLine line(String row, CallRow entry) {
    var call = entry.call();
    Optional<String> was =
        entry
            .change()
            .filter(change -> change.kind() == Change.Kind.CHANGED)
            .flatMap(Change::before)
            .map(before -> before.method().verb() + " " + before.method().path());
    return new Page.CallLine(
        cellId(row, entry.program(), entry.access()),
        entry.access(),
        TextSanitizer.of(call.method().verb()),
        TextSanitizer.of(call.method().path()),
        TextSanitizer.of(call.label()),
        TextSanitizer.of(
            call.api().sourceOf(call.method()).map(sources::textOf).orElse(call.api().api())),
        TextSanitizer.of(findings.programs().get(entry.program()).name()),
        TextSanitizer.of(call.client().origin()),
        call.stated(),
        entry.change().isPresent(),
        entry.changeWord(),
        was.isPresent(),
        TextSanitizer.of(was.orElse("")));
  }

  private static String cellId(String row, int program, String access) {
    return row + "-" + program + "-" + access;
  }
}
