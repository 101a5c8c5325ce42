package visibuild.benchmark.compiletime.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import visibuild.benchmark.compiletime.contest.Contender;
import visibuild.benchmark.compiletime.contest.Measurement;

/** The limits for the processor of this project, and the check against a measurement. */
public final class Bars {
  private static final double TIMES_AVAJE = 1.0;
  private static final double TIMES_COPIES = 1.1;

  private Bars() {}

  /** Returns a line for each bar and size that {@code measurements} cover. */
  public static String of(List<Measurement> measurements) {
    Medians medians = new Medians(measurements);
    List<Integer> sizes =
        measurements.stream().map(Measurement::units).distinct().sorted().toList();
    StringBuilder lines = new StringBuilder();
    for (int size : sizes) {
      lines.append(line("avaje", size, medians, Contender.AVAJE, TIMES_AVAJE));
      lines.append(line("copies", size, medians, Contender.COPIES, TIMES_COPIES));
    }
    return lines.toString();
  }

  private static String line(
      String name, int size, Medians medians, Contender base, double atMost) {
    OptionalDouble ratio = medians.ratio(Contender.VISIBUILD, base, size);
    if (ratio.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "- CPU time at N = %d, times %s: %.2f (at most %.2f): %s\n",
        size,
        name,
        ratio.getAsDouble(),
        atMost,
        ratio.getAsDouble() <= atMost ? "held" : "**missed**");
  }
}
