package visibuild.cli.doctor;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.Handshake;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/**
 * The exchanges with one server. It stops after a 429, and after two requests in a row without a
 * response. Not safe for use by several threads.
 */
final class Session {
  private static final int TOO_MANY_REQUESTS = 429;

  private final ApiServer server;
  private final Clock clock;
  private int failures;
  private boolean hasResponse;
  private @Nullable String stopReason;
  private @Nullable Duration skew;
  private @Nullable String tls;
  private @Nullable Duration certificateLeft;

  Session(ApiServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  ServerResponse requestToken(Scope scope) throws IOException {
    return observed(server.requestToken(scope));
  }

  /** Sends a GET; returns {@code null}, and reports that, if there is no response. */
  @Nullable ServerResponse get(
      List<String> path, Map<String, String> query, EndpointResult result) {
    try {
      ServerResponse response = observed(server.get(path, query));
      failures = 0;
      if (response.status() == TOO_MANY_REQUESTS) {
        stopReason = "the server limits the rate; try again later";
      }
      result.add(response);
      return response;
    } catch (IOException e) {
      failures++;
      if (failures == 2) {
        stopReason = "two requests in a row got no response";
      }
      result.differences().add("no response (" + e.getClass().getSimpleName() + ")");
      return null;
    }
  }

  /** Returns the reason why no more requests may be sent, or {@code null}. */
  @Nullable String stopReason() {
    return stopReason;
  }

  /** Returns whether any request got a response. */
  boolean hasResponse() {
    return hasResponse;
  }

  /** Returns the facts that do not belong to one endpoint. */
  ConnectionFacts facts() {
    return new ConnectionFacts(tls, certificateLeft, skew);
  }

  private ServerResponse observed(ServerResponse response) {
    hasResponse = true;
    Instant date = response.headers().getInstant("Date");
    if (skew == null && date != null) {
      skew = Duration.between(date, clock.instant());
    }
    Handshake handshake = response.handshake();
    if (tls == null && handshake != null) {
      tls = handshake.tlsVersion().javaName();
      certificateLeft =
          handshake.peerCertificates().stream()
              .filter(X509Certificate.class::isInstance)
              .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
              .min(Instant::compareTo)
              .map(end -> Duration.between(clock.instant(), end))
              .orElse(null);
    }
    return response;
  }
}
