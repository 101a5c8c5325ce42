package visibuild.processor;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Reads choices from a text. */
final class WeightedChoice {
  private WeightedChoice() {}

  /** Choices between bars or line breaks, each a weight, a space, and what is chosen. */
  static Arbitrary<String> texts(String choices) {
    List<Tuple2<Integer, String>> frequencies =
        Arrays.stream(choices.strip().split("\\s*[|\\n]\\s*"))
            .map(choice -> choice.split(" ", 2))
            .map(parts -> Tuple.of(Integer.valueOf(parts[0]), parts.length > 1 ? parts[1] : ""))
            .toList();
    return Arbitraries.frequency(frequencies);
  }
}
