package visibuild.benchmark.compiletime.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import visibuild.benchmark.compiletime.child.Cost;
import visibuild.benchmark.compiletime.contest.Contender;
import visibuild.benchmark.compiletime.contest.Measurement;

/** The limits for our own processor, and the check against a measurement. */
public final class Bars {
  private static final double TIMES_LIMIT = 1.25;
  private static final double TIMES_PLAIN = 1.8;

  /** Ten times the units may take ten times as long at most. */
  private static final double TIMES_LINEAR = 1.0;

  private Bars() {}

  /** A line for each bar that {@code measurements} say something about. */
  public static String of(List<Measurement> measurements) {
    Medians medians = new Medians(measurements);
    List<Integer> sizes =
        measurements.stream().map(Measurement::units).distinct().sorted().toList();
    int most = sizes.get(sizes.size() - 1);
    int least = sizes.get(0);
    return line(
            "CPU time at N = " + most + ", times the limit",
            medians.ratio(Contender.VISIBUILD, Contender.LIMIT, most),
            TIMES_LIMIT)
        + line(
            "CPU time at N = " + most + ", times no processor",
            medians.ratio(Contender.VISIBUILD, Contender.PLAIN, most),
            TIMES_PLAIN)
        + line(
            "CPU time for a unit at N = " + most + ", times that at N = " + least,
            growth(medians, least, most),
            TIMES_LINEAR);
  }

  private static OptionalDouble growth(Medians medians, int least, int most) {
    OptionalDouble few = medians.of(Contender.VISIBUILD, least, Cost::cpuSeconds);
    OptionalDouble many = medians.of(Contender.VISIBUILD, most, Cost::cpuSeconds);
    return least < most && few.isPresent() && many.isPresent()
        ? OptionalDouble.of(many.getAsDouble() / most / (few.getAsDouble() / least))
        : OptionalDouble.empty();
  }

  private static String line(String what, OptionalDouble is, double atMost) {
    return is.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "- %s: %.2f (at most %.2f): %s\n",
            what,
            is.getAsDouble(),
            atMost,
            is.getAsDouble() <= atMost ? "held" : "**missed**");
  }
}
