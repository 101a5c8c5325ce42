package visibuild.processor;

import java.util.List;
import java.util.Random;

/** Random decisions in words; the same for the same seed. */
final class RandomChoice {
  private final Random random;

  RandomChoice(long seed) {
    random = new Random(seed);
  }

  /** Returns true once in {@code n} times on average. */
  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
