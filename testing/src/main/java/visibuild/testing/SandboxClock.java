package visibuild.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of a sandbox, which a test moves on by itself. Tokens expire by it, rate limits end by
 * it, and new records are dated by it.
 *
 * <pre>{@code
 * sandbox.clock().advance(Duration.ofMinutes(61));  // every access token has expired now
 * }</pre>
 *
 * <p>Safe for use by several threads. Views made with {@link #withZone} share the time.
 *
 * @since 0.1
 */
public final class SandboxClock extends Clock {
  private static final Instant DEFAULT_START = Instant.parse("2026-03-02T09:00:00Z");

  private final Clock base;
  private final AtomicReference<Duration> advanced;

  private SandboxClock(Clock base, AtomicReference<Duration> advanced) {
    this.base = base;
    this.advanced = advanced;
  }

  /** A clock that stands still at 2026-03-02T09:00:00Z until it is advanced. */
  public static SandboxClock standing() {
    return standingAt(DEFAULT_START);
  }

  /** A clock that stands still at {@code start} until it is advanced. */
  public static SandboxClock standingAt(Instant start) {
    return over(Clock.fixed(start, ZoneOffset.UTC));
  }

  /** A clock that shows the time of {@code base} and can be advanced beyond it. */
  public static SandboxClock over(Clock base) {
    return new SandboxClock(base, new AtomicReference<>(Duration.ZERO));
  }

  /**
   * Moves the time on by {@code duration}.
   *
   * @throws IllegalArgumentException if {@code duration} is negative: time does not run backwards
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "The clock cannot be advanced by "
              + duration
              + "; give a duration that is not negative.");
    }
    advanced.updateAndGet(duration::plus);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(advanced.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public SandboxClock withZone(ZoneId zone) {
    return new SandboxClock(base.withZone(zone), advanced);
  }
}
