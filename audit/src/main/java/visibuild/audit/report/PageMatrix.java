package visibuild.audit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import visibuild.audit.Change;
import visibuild.audit.Findings;
import visibuild.audit.Resource;

/** The matrix of resources and programs. Its cells lead to the list of calls. */
final class PageMatrix {
  private final Findings findings;
  private final Map<String, Map<Resource, List<CallRow>>> areas = new TreeMap<>();
  private final Map<Resource, String> rowIds = new HashMap<>();

  PageMatrix(Findings findings, List<CallRow> rows) {
    this.findings = findings;
    for (CallRow row : rows) {
      if (row.reachable()) {
        Resource resource = row.call().resource();
        areas
            .computeIfAbsent(resource.area(), area -> new TreeMap<>())
            .computeIfAbsent(resource, other -> new ArrayList<>())
            .add(row);
      }
    }
    areas.values().stream()
        .flatMap(resources -> resources.keySet().stream())
        .forEach(resource -> rowIds.put(resource, "r" + rowIds.size()));
  }

  /** Returns the id of the line of {@code row}; nothing if the matrix does not count it. */
  String rowId(CallRow row) {
    return row.reachable() ? rowIds.getOrDefault(row.call().resource(), "") : "";
  }

  /** Returns the id of the cell of {@code row}; nothing if the matrix does not count it. */
  String cellId(CallRow row) {
    String id = rowId(row);
    return id.isEmpty() ? "" : cellId(id, row.program(), row.access());
  }

  private static String cellId(String row, int program, String access) {
    return row + "-" + program + "-" + access;
  }

  /**
   * Returns the lines.
   *
   * @param firstCalls the id of the first call of each cell
   */
  List<Page.Area> areas(Map<String, String> firstCalls) {
    List<Page.Area> shown = new ArrayList<>();
    areas.forEach(
        (area, resources) -> {
          List<Page.Row> lines = new ArrayList<>();
          resources.forEach((resource, calls) -> lines.add(line(resource, calls, firstCalls)));
          shown.add(new Page.Area(TextSanitizer.of(area), lines));
        });
    return shown;
  }

  private Page.Row line(Resource resource, List<CallRow> rows, Map<String, String> firstCalls) {
    String id = rowIds.getOrDefault(resource, "");
    String name = TextSanitizer.of(resource.name());
    List<Page.Cell> cells = new ArrayList<>();
    for (int program = 0; program < findings.programs().size(); program++) {
      for (String access : List.of("read", "write")) {
        String cell = cellId(id, program, access);
        cells.add(cell(cell, firstCalls.getOrDefault(cell, ""), name, program, access, rows));
      }
    }
    return new Page.Row(id, name, cells);
  }

  private Page.Cell cell(
      String id, String first, String resource, int program, String access, List<CallRow> rows) {
    List<CallRow> behind =
        rows.stream()
            .filter(row -> row.program() == program && row.access().equals(access))
            .toList();
    long count = behind.stream().filter(CallRow::isThere).count();
    Optional<Change.Kind> mark = markOf(behind);
    return new Page.Cell(
        id,
        first,
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
        mark.map(PageMatrix::sign).orElse(""));
  }

  /** Returns the most important change of a cell: added, then changed, then removed. */
  private static Optional<Change.Kind> markOf(List<CallRow> rows) {
    return rows.stream()
        .flatMap(row -> row.change().stream())
        .map(Change::kind)
        .min(
            Comparator.comparingInt(
                kind -> List.of("added", "changed", "removed").indexOf(kind.word())));
  }

  private static String sign(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "\u2212";
      case CHANGED -> "~";
    };
  }
}
