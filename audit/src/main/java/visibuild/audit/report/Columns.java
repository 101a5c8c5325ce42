package visibuild.audit.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, each column as wide as its widest cell. */
final class Columns {
  private final List<List<String>> lines = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  void add(String... cells) {
    lines.add(List.of(cells));
    for (int column = 0; column < cells.length; column++) {
      if (column == widths.size()) {
        widths.add(0);
      }
      widths.set(column, Math.max(widths.get(column), cells[column].length()));
    }
  }

  void printTo(StringBuilder text, String indent) {
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder(indent);
      for (int column = 0; column < line.size(); column++) {
        String cell = line.get(column);
        padded.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
  }
}
