package visibuild.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the connection.
 *
 * @param tls the TLS version, or {@code null} without TLS
 * @param certificateLeft the time until a certificate of the chain expires, or {@code null} without
 *     TLS
 * @param skew the time by which this machine's clock is ahead of the server's, or {@code null} if
 *     no response has a {@code Date} header
 */
record ConnectionFacts(
    @Nullable String tls, @Nullable Duration certificateLeft, @Nullable Duration skew) {
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofDays(14);

  /** Returns a sentence for each difference. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    if (isExpiringSoon()) {
      differences.add("a certificate of the server expires within 14 days");
    }
    if (isSkewed()) {
      differences.add(
          "the clocks of the server and of this machine differ by more than 30 s; correct the time"
              + " of the one that is wrong");
    }
    return differences;
  }

  boolean isSkewed() {
    return skew != null && skew.abs().compareTo(TOLERATED_SKEW) > 0;
  }

  boolean isExpiringSoon() {
    return certificateLeft != null && certificateLeft.compareTo(SOON) < 0;
  }
}
