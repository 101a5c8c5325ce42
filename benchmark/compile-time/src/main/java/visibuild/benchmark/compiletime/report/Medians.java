package visibuild.benchmark.compiletime.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import visibuild.benchmark.compiletime.child.Cost;
import visibuild.benchmark.compiletime.contest.Contender;
import visibuild.benchmark.compiletime.contest.Measurement;

/** Medians over rounds; empty for a combination that was not measured. */
record Medians(List<Measurement> measurements) {
  OptionalDouble of(Contender contender, int units, ToDoubleFunction<Cost> what) {
    return median(costs(contender, units).mapToDouble(each -> what.applyAsDouble(each.cost())));
  }

  /**
   * Returns the median ratio of CPU times to {@code base}, compared within each round, where both
   * ran close together.
   */
  OptionalDouble ratio(Contender contender, Contender base, int units) {
    return median(
        costs(contender, units)
            .flatMap(
                each ->
                    costs(base, units)
                        .filter(other -> other.round() == each.round())
                        .map(other -> each.cost().cpuSeconds() / other.cost().cpuSeconds()))
            .mapToDouble(Double::doubleValue));
  }

  private Stream<Measurement> costs(Contender contender, int units) {
    return measurements.stream()
        .filter(each -> each.contender() == contender && each.units() == units);
  }

  static OptionalDouble median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? OptionalDouble.of(sorted[middle])
        : Arrays.stream(sorted, middle - 1, middle + 1).average();
  }
}
