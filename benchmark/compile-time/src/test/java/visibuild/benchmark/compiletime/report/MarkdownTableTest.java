package visibuild.benchmark.compiletime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import visibuild.benchmark.compiletime.child.Cost;
import visibuild.benchmark.compiletime.contest.Contender;
import visibuild.benchmark.compiletime.contest.Measurement;

class MarkdownTableTest {
  /** The machine is twice as slow in the second round, and one compile of the third goes astray. */
  private static final List<Measurement> MEASUREMENTS =
      Stream.of(round(1, 2, 4, 5, 10), round(2, 4, 8, 10, 20), round(3, 2, 4, 5, 99))
          .flatMap(List::stream)
          .toList();

  private static List<Measurement> round(
      int round, double fewPlain, double plain, double few, double many) {
    return List.of(
        new Measurement(Contender.PLAIN, 100, round, new Cost(fewPlain, 1, 100)),
        new Measurement(Contender.PLAIN, 200, round, new Cost(plain, 2, 200)),
        new Measurement(Contender.COPIES, 100, round, new Cost(few, 3, 300)),
        new Measurement(Contender.AVAJE, 200, round, new Cost(2 * plain, 2, 200)),
        new Measurement(Contender.VISIBUILD, 100, round, new Cost(few, 3, 300)),
        new Measurement(Contender.VISIBUILD, 200, round, new Cost(many, 6, 400)));
  }

  private static List<Measurement> only(Contender... contenders) {
    return MEASUREMENTS.stream()
        .filter(each -> List.of(contenders).contains(each.contender()))
        .toList();
  }

  @Test
  void rowHasMediansOfTimesAndOfRatios() {
    assertThat(MarkdownTable.of(only(Contender.PLAIN, Contender.VISIBUILD)))
        .isEqualTo(
            """
            | CPU time of javac | N = 100 | N = 200 | a unit more | × no processor | × the limit | × copies | × own sources alone | wall time | peak memory |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            | no processor | 2.00 s | 4.00 s | 20.0 ms | 1.00 |  |  | 1.00 | 2.0 s | 200 MB |
            | **Visibuild for Java** | 5.00 s | 20.00 s | 150.0 ms | 2.50 |  |  | 2.50 | 6.0 s | 400 MB |
            """);
  }

  @Test
  void barReportsWhetherItIsHeld() {
    assertThat(Bars.of(MEASUREMENTS))
        .isEqualTo(
            """
            - CPU time at N = 100, times copies: 1.00 (at most 1.10): held
            - CPU time at N = 200, times avaje: 1.25 (at most 1.00): **missed**
            """);
  }

  @Test
  void medianOfAnEvenNumberIsTheMiddleOfTwo() {
    assertThat(Medians.median(Stream.of(4.0, 1.0, 9.0, 2.0).mapToDouble(each -> each))).hasValue(3);
  }

  @Test
  void rawNumbersHaveALineForEachCompile() {
    assertThat(RawNumbers.of(MEASUREMENTS.subList(0, 1)))
        .isEqualTo(
            """
            round,contender,units,cpu_seconds,wall_seconds,peak_megabytes
            1,PLAIN,100,2.000,1.000,100.0
            """);
  }
}
