package visibuild.testing.data;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Creates ids that sort by creation: UUIDs of version 7, with the milliseconds since 1970 in the
 * first 48 bits. A counter follows them, so that ids asked for one after the other of one
 * millisecond sort in that order. Safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, section 5.7</a>
 */
public final class Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int LOW_COUNTER_BITS = 18;
  private static final int RANDOM_BITS = 44;

  private final RandomGenerator random;
  private long millisecond = Long.MIN_VALUE;
  private long counter;

  /** Creates ids with a random part from {@code random}. */
  public Ids(RandomGenerator random) {
    this.random = random;
  }

  /** A new id of something created at {@code createdAt}. */
  public synchronized String at(Instant createdAt) {
    long asked = createdAt.toEpochMilli();
    counter = asked == millisecond ? counter + 1 : 0;
    millisecond = asked;
    long lowCounter = counter & ((1L << LOW_COUNTER_BITS) - 1);
    long high = millisecond << 16 | VERSION_7 | counter >>> LOW_COUNTER_BITS;
    long low = VARIANT | lowCounter << RANDOM_BITS | random.nextLong() >>> (64 - RANDOM_BITS);
    return new UUID(high, low).toString();
  }
}
