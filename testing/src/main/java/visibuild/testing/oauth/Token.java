package visibuild.testing.oauth;

import java.time.Duration;
import java.time.Instant;

/**
 * A token that is or was out.
 *
 * @param clientId the client that asked for it, or "" for a legacy token
 */
public record Token(
    String value, String clientId, Scopes scopes, Instant createdAt, Duration lifetime) {
  boolean expiredAt(Instant now) {
    return !now.isBefore(createdAt.plus(lifetime));
  }

  @Override
  public String toString() {
    return "Token[scopes=" + scopes + ", createdAt=" + createdAt + ", lifetime=" + lifetime + "]";
  }
}
