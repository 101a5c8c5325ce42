package visibuild.testing.data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws what the generator leaves to chance. The same source of randomness draws the same. */
final class SeededRandom {
  private final RandomGenerator random;

  SeededRandom(RandomGenerator random) {
    this.random = random;
  }

  /** A number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** True in {@code percent} of a hundred throws. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of the choices, or null if there is none, or if the throw of {@code percent} fails. */
  <T> @Nullable T perhapsOneOf(List<T> choices, int percent) {
    return !choices.isEmpty() && chance(percent) ? oneOf(choices) : null;
  }

  /** One of the choices, each as often as its weight says. */
  <T> T weighted(List<T> choices, int... weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int thrown = random.nextInt(total);
    int choice = 0;
    while (thrown >= weights[choice]) {
      thrown -= weights[choice++];
    }
    return choices.get(choice);
  }

  /** A moment, in whole milliseconds, after {@code from} and not after {@code to}. */
  Instant moment(Instant from, Instant to) {
    long span = Math.max(1, Duration.between(from, to).toMillis());
    return from.plusMillis(1 + random.nextLong(span));
  }
}
