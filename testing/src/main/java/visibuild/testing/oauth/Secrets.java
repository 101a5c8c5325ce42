package visibuild.testing.oauth;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Makes the secrets of one sandbox. Each says where it comes from, so that none is taken for a real
 * one. Safe for use by several threads.
 */
public final class Secrets {
  private static final int BYTES = 24;

  private final RandomGenerator random;

  /** Makes secrets from {@code random}. */
  public Secrets(RandomGenerator random) {
    this.random = random;
  }

  /** A new secret that begins with {@code sandbox-} and its {@code kind}. */
  public synchronized String next(String kind) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return "sandbox-" + kind + "-" + HexFormat.of().formatHex(bytes);
  }
}
