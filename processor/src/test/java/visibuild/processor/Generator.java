package visibuild.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Makes random values: the same for the same seed. */
@FunctionalInterface
interface Generator<T> {
  /** Makes the next value from {@code random}. */
  T next(Random random);

  /** A choice and its weight among others. */
  record Weighted<T>(int weight, Generator<? extends T> choice) {}

  /** Always makes {@code value}. */
  static <T> Generator<T> just(T value) {
    return random -> value;
  }

  static <T> Weighted<T> weighted(int weight, Generator<? extends T> choice) {
    return new Weighted<>(weight, choice);
  }

  /** Chooses one of {@code choices} as often as its weight says. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <T> Generator<T> oneOf(Weighted<T>... choices) {
    return oneOf(Arrays.asList(choices));
  }

  /** Chooses one of {@code choices} as often as its weight says. */
  static <T> Generator<T> oneOf(List<Weighted<T>> choices) {
    int total = choices.stream().mapToInt(Weighted::weight).sum();
    return random -> {
      int left = random.nextInt(total);
      for (Weighted<T> each : choices) {
        left -= each.weight();
        if (left < 0) {
          return each.choice().next(random);
        }
      }
      throw new IllegalStateException("The weights do not add up.");
    };
  }

  /** Reads choices between bars or line breaks: each is a weight, a space and a text. */
  static Generator<String> texts(String choices) {
    return oneOf(
        Arrays.stream(choices.strip().split("\\s*[|\\n]\\s*"))
            .map(choice -> choice.split(" ", 2))
            .map(
                parts ->
                    Generator.<String>weighted(
                        Integer.parseInt(parts[0]), just(parts.length > 1 ? parts[1] : "")))
            .toList());
  }

  default <R> Generator<R> map(Function<? super T, ? extends R> mapping) {
    return random -> mapping.apply(next(random));
  }

  default <R> Generator<R> flatMap(Function<? super T, Generator<R>> mapping) {
    return random -> mapping.apply(next(random)).next(random);
  }

  /** Makes lists of exactly {@code size} values. */
  default Generator<List<T>> listOf(int size) {
    return random -> {
      List<T> values = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        values.add(next(random));
      }
      return values;
    };
  }

  /** Makes lists of at most {@code size} values. */
  default Generator<List<T>> listOfAtMost(int size) {
    return random -> listOf(random.nextInt(size + 1)).next(random);
  }
}
