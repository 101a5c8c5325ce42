package visibuild.benchmark.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Counts calls in slices of a tenth of a second. Safe for use by several threads. */
final class Rates {
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final int SLICES_PER_SECOND = 10;

  private final long startNanos = System.nanoTime();
  private final AtomicIntegerArray slices;
  private final boolean[] isDisturbed;

  /** Creates counts for a run of {@code length}. */
  Rates(Duration length) {
    int count = (int) length.dividedBy(SLICE) + 100 * SLICES_PER_SECOND;
    slices = new AtomicIntegerArray(count);
    isDisturbed = new boolean[count];
  }

  void count() {
    slices.incrementAndGet(Math.min(slice(System.nanoTime()), slices.length() - 1));
  }

  /** Marks a time that does not count as undisturbed. */
  void disturb(long fromNanos, long toNanos) {
    int to = Math.min(slice(toNanos), isDisturbed.length - 1);
    Arrays.fill(isDisturbed, Math.max(slice(fromNanos), 0), to + 1, true);
  }

  /** Returns the median of the calls in each undisturbed second before {@code endNanos}. */
  double undisturbed(long endNanos) {
    double[] seconds = new double[slices.length()];
    int count = 0;
    int end = Math.min(slice(endNanos), slices.length());
    for (int from = 0; from + SLICES_PER_SECOND <= end; from++) {
      if (!isAnyDisturbed(from)) {
        seconds[count++] = callsInSecondFrom(from);
      }
    }
    Arrays.sort(seconds, 0, count);
    return count == 0 ? 0 : seconds[count / 2];
  }

  /**
   * Returns the time from {@code endNanos}, the end of a disturbance, to the end of the first
   * second that has {@code rate} calls; empty if there is none within {@code longest}.
   */
  OptionalDouble secondsUntil(double rate, long endNanos, Duration longest) {
    int end = slice(endNanos);
    int last = end + (int) longest.dividedBy(SLICE);
    for (int to = end + SLICES_PER_SECOND; to <= last && to < slices.length(); to++) {
      if (callsInSecondFrom(to - SLICES_PER_SECOND) >= rate) {
        return OptionalDouble.of((double) (to - end) / SLICES_PER_SECOND);
      }
    }
    return OptionalDouble.empty();
  }

  private boolean isAnyDisturbed(int from) {
    for (int i = from; i < from + SLICES_PER_SECOND; i++) {
      if (isDisturbed[i]) {
        return true;
      }
    }
    return false;
  }

  private int callsInSecondFrom(int from) {
    int calls = 0;
    for (int i = Math.max(from, 0); i < from + SLICES_PER_SECOND; i++) {
      calls += slices.get(i);
    }
    return calls;
  }

  private int slice(long nanos) {
    return (int) ((nanos - startNanos) / SLICE.toNanos());
  }
}
