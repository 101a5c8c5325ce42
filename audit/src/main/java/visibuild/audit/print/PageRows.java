package visibuild.audit.print;

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
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::access)
          .reversed()
          .thenComparing(entry -> entry.call().method().path())
          .thenComparing(entry -> entry.call().method().verb())
          .thenComparing(entry -> entry.call().api().api())
          .thenComparing(entry -> entry.call().method().signature())
          .thenComparing(Entry::program)
          .thenComparing(entry -> entry.call().client().origin());

  private final Findings findings;
  private final SourceRoots sources;
  private int rows;

  PageRows(Findings findings, SourceRoots sources) {
    this.findings = findings;
    this.sources = sources;
  }

  List<Page.Area> areas(List<Entry> entries) {
    Map<String, Map<Resource, List<Entry>>> areas = new TreeMap<>();
    for (Entry entry : entries) {
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
          shown.add(new Page.Area(Plain.of(area), lines));
        });
    return shown;
  }

  private Page.Row row(Resource resource, List<Entry> entries) {
    String id = "r" + rows++;
    String name = Plain.of(resource.name());
    List<Page.Cell> cells = new ArrayList<>();
    for (int program = 0; program < findings.programs().size(); program++) {
      cells.add(cell(id, name, program, "read", entries));
      cells.add(cell(id, name, program, "write", entries));
    }
    List<Page.CallLine> calls =
        entries.stream().sorted(ORDER).map(entry -> line(id, entry)).toList();
    return new Page.Row(id, Plain.of(resource.area()), name, cells, calls);
  }

  private Page.Cell cell(
      String row, String resource, int program, String access, List<Entry> entries) {
    List<Entry> behind =
        entries.stream()
            .filter(entry -> entry.program() == program && entry.access().equals(access))
            .toList();
    long count = behind.stream().filter(Entry::isThere).count();
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
                Counts.number((int) count, access),
                Plain.of(findings.programs().get(program).name()),
                mark.map(kind -> ", some " + kind.word()).orElse("")),
        mark.isPresent(),
        mark.map(Change.Kind::word).orElse(""),
        mark.map(PageRows::sign).orElse(""));
  }

  /** The kind of change that says most about a cell: what is new, then what is other, then gone. */
  private static Optional<Change.Kind> markOf(List<Entry> entries) {
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

  private Page.CallLine line(String row, Entry entry) {
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
        Plain.of(call.method().verb()),
        Plain.of(call.method().path()),
        Plain.of(call.label()),
        Plain.of(call.api().sourceOf(call.method()).map(sources::textOf).orElse(call.api().api())),
        Plain.of(findings.programs().get(entry.program()).name()),
        Plain.of(call.client().origin()),
        call.stated(),
        entry.change().isPresent(),
        entry.changeWord(),
        was.isPresent(),
        Plain.of(was.orElse("")));
  }

  private static String cellId(String row, int program, String access) {
    return row + "-" + program + "-" + access;
  }
}
