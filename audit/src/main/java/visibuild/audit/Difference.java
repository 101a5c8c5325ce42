package visibuild.audit;

import java.util.List;

/**
 * The difference between two versions of a program.
 *
 * @param before the program before
 * @param after the program now
 * @param changes the changed calls, by interface and method
 * @since 0.1
 */
public record Difference(Program before, Program after, List<Change> changes) {
  /** Makes a difference of a copy of {@code changes}. */
  public Difference {
    changes = List.copyOf(changes);
  }

  /** The writes that the program before could not make just so. */
  public List<Change> newWrites() {
    return changes.stream().filter(Change::newWrite).toList();
  }
}
