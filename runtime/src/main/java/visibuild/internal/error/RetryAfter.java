package visibuild.internal.error;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, section 10.2.3): seconds, or an HTTP date. */
public final class RetryAfter {
  /** The wait that Visibuild's own programs advise after a 429 without {@code Retry-After}. */
  private static final Duration DEFAULT = Duration.ofMinutes(1);

  /** A wait that no header can make longer. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final String HEADER = "Retry-After";

  /** Some servers send a fraction, although the RFC allows whole seconds only. */
  private static final Pattern SECONDS = Pattern.compile("([0-9]+)(?:\\.[0-9]{1,9})?");

  /** More digits stand for more than thirty years. */
  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /** Returns the server's {@code Retry-After}, otherwise one minute. */
  public static Duration of(Response response) {
    @Nullable Duration requested = requested(response);
    return requested == null ? DEFAULT : requested;
  }

  /**
   * Returns the server's {@code Retry-After}, at most an hour; {@code null} if it is absent or
   * unreadable.
   */
  public static @Nullable Duration requested(Response response) {
    @Nullable Duration longest = null;
    // Proxies may add their own header; the longest wait satisfies each of them.
    for (String text : response.headers(HEADER)) {
      @Nullable Duration wait = parse(text, response);
      longest = longest == null || (wait != null && wait.compareTo(longest) > 0) ? wait : longest;
    }
    return longest;
  }

  private static @Nullable Duration parse(String text, Response response) {
    Matcher seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      return seconds.end(1) > MAX_DIGITS ? LONGEST : bounded(ofSeconds(new BigDecimal(text)));
    }
    Headers header = new Headers.Builder().addUnsafeNonAscii(HEADER, text).build();
    @Nullable Instant until = header.getInstant(HEADER);
    return until == null ? null : bounded(Duration.between(serverTime(response), until));
  }

  private static Duration ofSeconds(BigDecimal seconds) {
    return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
  }

  /** Returns the server's time if it sends one, so that a wrong local clock does no harm. */
  private static Instant serverTime(Response response) {
    @Nullable Instant date = response.headers().getInstant("Date");
    return date == null ? Instant.ofEpochMilli(response.receivedResponseAtMillis()) : date;
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
