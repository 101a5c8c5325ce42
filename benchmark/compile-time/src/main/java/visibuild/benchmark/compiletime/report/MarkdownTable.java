package visibuild.benchmark.compiletime.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import visibuild.benchmark.compiletime.child.Cost;
import visibuild.benchmark.compiletime.contest.Contender;
import visibuild.benchmark.compiletime.contest.Measurement;

/** The table of medians, a row for each contender. */
public final class MarkdownTable {
  private final List<Contender> contenders;
  private final List<Integer> sizes;
  private final Medians medians;

  private MarkdownTable(List<Measurement> measurements) {
    this.contenders = measurements.stream().map(Measurement::contender).distinct().toList();
    this.sizes = measurements.stream().map(Measurement::units).distinct().sorted().toList();
    this.medians = new Medians(measurements);
  }

  /** Writes the table of {@code measurements}, of which there must be one. */
  public static String of(List<Measurement> measurements) {
    return new MarkdownTable(measurements).write();
  }

  private String write() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(head());
    rows.add(Collections.nCopies(rows.get(0).size(), "---"));
    contenders.forEach(contender -> rows.add(row(contender)));
    return rows.stream()
        .map(row -> "| " + String.join(" | ", row) + " |\n")
        .collect(Collectors.joining());
  }

  private List<String> head() {
    List<String> head = new ArrayList<>();
    head.add("CPU time of javac");
    sizes.forEach(size -> head.add("N = " + size));
    head.addAll(
        List.of(
            "a unit more",
            "× no processor",
            "× the limit",
            "× copies",
            "× own sources alone",
            "wall time",
            "peak memory"));
    return head;
  }

  private List<String> row(Contender contender) {
    int most = sizes.get(sizes.size() - 1);
    List<String> row = new ArrayList<>();
    row.add(contender.label());
    sizes.forEach(size -> row.add(cell(medians.of(contender, size, Cost::cpuSeconds), "%.2f s")));
    row.add(cell(unitMore(contender), "%.1f ms"));
    row.add(cell(medians.ratio(contender, Contender.PLAIN, most), "%.2f"));
    row.add(cell(medians.ratio(contender, Contender.LIMIT, most), "%.2f"));
    row.add(cell(medians.ratio(contender, Contender.COPIES, most), "%.2f"));
    row.add(cell(medians.ratio(contender, contender.ownPlain(), most), "%.2f"));
    row.add(cell(medians.of(contender, most, Cost::wallSeconds), "%.1f s"));
    row.add(cell(medians.of(contender, most, Cost::peakMegabytes), "%.0f MB"));
    return row;
  }

  /**
   * Returns the cost that each unit adds between the two largest sizes, without the start of the
   * JVM.
   */
  private OptionalDouble unitMore(Contender contender) {
    if (sizes.size() < 2) {
      return OptionalDouble.empty();
    }
    int most = sizes.get(sizes.size() - 1);
    int fewer = sizes.get(sizes.size() - 2);
    OptionalDouble large = medians.of(contender, most, Cost::cpuSeconds);
    OptionalDouble small = medians.of(contender, fewer, Cost::cpuSeconds);
    return large.isPresent() && small.isPresent()
        ? OptionalDouble.of(1000 * (large.getAsDouble() - small.getAsDouble()) / (most - fewer))
        : OptionalDouble.empty();
  }

  private static String cell(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }
}
