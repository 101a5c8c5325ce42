package visibuild.auth;

import java.util.random.RandomGenerator;

/** Chance that always falls the same way. */
record FixedChance(double value) implements RandomGenerator {
  @Override
  public double nextDouble() {
    return value;
  }

  @Override
  public long nextLong() {
    return 0;
  }
}
