package visibuild.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of {@code docs/explanation/performance.md}. */
public final class MarkdownTable {
  private final int columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** Creates a table with these columns; the first one names the measured subject. */
  public MarkdownTable(String... header) {
    columns = header.length;
    rows.add(List.of(header));
  }

  /** Adds a row. */
  public MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException("A row has " + cells.length + " cells, not " + columns);
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Prints the table, and writes it to {@code target/tables}, below a line about the machine. */
  public void publish(String name) {
    String text = Machine.line() + "\n\n" + this;
    System.out.println(text);
    Path file = Path.of("target", "tables", name + ".md");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("Written to " + file.toAbsolutePath());
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    lines.add(1, "| --- |" + " ---: |".repeat(columns - 1));
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }
}
