package visibuild.internal.auth;

import java.util.random.RandomGenerator;

/** Chance that always falls the same way. */
public record FixedRandom(double value) implements RandomGenerator {
  @Override
  public double nextDouble() {
    return value;
  }

  @Override
  public long nextLong() {
    return 0;
  }
}
