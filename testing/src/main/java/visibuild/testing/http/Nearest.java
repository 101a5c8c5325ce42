package visibuild.testing.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/** Finds the known name or path that is most like an unknown one, by edit distance. */
final class Nearest {
  /** The cost of a variable that only one of two paths has. */
  private static final int VARIABLE_COST = 3;

  private Nearest() {}

  /** Returns the name in {@code known} that needs the fewest edits to become {@code name}. */
  static Optional<String> name(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(each -> distance(name, each))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns the distance between the segments of a path and those of a pattern with variables. */
  static int distance(List<String> path, List<String> pattern) {
    return distance(
        path,
        pattern,
        segment -> isVariable(segment) ? VARIABLE_COST : segment.length() + 1,
        (segment, expected) -> isVariable(expected) ? 0 : distance(segment, expected));
  }

  private static int distance(String left, String right) {
    return distance(
        left.chars().boxed().toList(),
        right.chars().boxed().toList(),
        character -> 1,
        (a, b) -> a.equals(b) ? 0 : 1);
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  /**
   * The Levenshtein distance.
   *
   * @param weight the cost to add or remove an element
   * @param substitution the cost to replace an element of {@code left} by one of {@code right}
   */
  private static <T> int distance(
      List<T> left, List<T> right, ToIntFunction<T> weight, ToIntBiFunction<T, T> substitution) {
    int[][] cost = new int[left.size() + 1][right.size() + 1];
    for (int i = 0; i <= left.size(); i++) {
      for (int j = 0; j <= right.size(); j++) {
        if (i > 0 && j > 0) {
          int replaced =
              cost[i - 1][j - 1] + substitution.applyAsInt(left.get(i - 1), right.get(j - 1));
          int removed = cost[i - 1][j] + weight.applyAsInt(left.get(i - 1));
          int added = cost[i][j - 1] + weight.applyAsInt(right.get(j - 1));
          cost[i][j] = Math.min(replaced, Math.min(removed, added));
        } else if (i > 0) {
          cost[i][j] = cost[i - 1][j] + weight.applyAsInt(left.get(i - 1));
        } else if (j > 0) {
          cost[i][j] = cost[i][j - 1] + weight.applyAsInt(right.get(j - 1));
        }
      }
    }
    return cost[left.size()][right.size()];
  }
}
