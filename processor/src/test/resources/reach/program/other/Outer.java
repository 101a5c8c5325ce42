package program.other;

import org.jspecify.annotations.NullMarked;

/** Says for what stands in it that nothing is null. */
@NullMarked
public final class Outer {
  /** Inside of it. */
  public record Inner(String must) {}

  private Outer() {}
}
