package visibuild.webhook;

import java.util.List;
import java.util.OptionalLong;

/**
 * The signature of a delivery. Immutable.
 *
 * @since 0.1
 */
public final class Signature {
  private final byte[] signed;
  private final List<byte[]> values;
  private final OptionalLong timestampSeconds;

  /**
   * Makes a signature.
   *
   * @param signed the bytes that were signed
   * @param values the signatures; one that fits is enough, as there are two while a secret is
   *     replaced
   * @param timestampSeconds when it was signed, in seconds since 1970; empty if it does not say
   */
  public Signature(byte[] signed, List<byte[]> values, OptionalLong timestampSeconds) {
    this.signed = signed.clone();
    this.values = values.stream().map(byte[]::clone).toList();
    this.timestampSeconds = timestampSeconds;
  }

  byte[] signed() {
    return signed;
  }

  List<byte[]> values() {
    return values;
  }

  OptionalLong timestampSeconds() {
    return timestampSeconds;
  }
}
