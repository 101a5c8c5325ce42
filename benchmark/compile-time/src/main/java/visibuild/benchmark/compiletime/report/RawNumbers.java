package visibuild.benchmark.compiletime.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import visibuild.benchmark.compiletime.contest.Measurement;

/** Every measurement by itself, as comma-separated values. */
public final class RawNumbers {
  private static final String HEAD =
      "round,contender,units,cpu_seconds,wall_seconds,peak_megabytes\n";

  private RawNumbers() {}

  /** Writes {@code measurements} in the order in which they were made. */
  public static String of(List<Measurement> measurements) {
    return measurements.stream().map(RawNumbers::line).collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(Measurement each) {
    return String.format(
        Locale.ROOT,
        "%d,%s,%d,%.3f,%.3f,%.1f\n",
        each.round(),
        each.contender(),
        each.units(),
        each.cost().cpuSeconds(),
        each.cost().wallSeconds(),
        each.cost().peakMegabytes());
  }
}
