package visibuild.testing.server;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import visibuild.testing.api.WebhookSender;
import visibuild.testing.http.Strictness;

/**
 * The settings of a sandbox.
 *
 * @param port the port of the APIs and the token endpoint, or 0 for a free one
 * @param rateLimit calls of an API in each window, or 0 for no limit
 * @param rateWindow how long a window is
 * @param namesMissingScope whether a 403 names the missing scope in a header
 * @param revokesPreviousTokens whether a client's new token ends its older ones of the same scope
 * @param strictness the treatment of undocumented paths, parameters and members
 * @param signer signs the events for webhooks
 */
public record Settings(
    int port,
    long seed,
    Clock clock,
    Duration tokenLifetime,
    int rateLimit,
    Duration rateWindow,
    boolean namesMissingScope,
    boolean revokesPreviousTokens,
    Strictness strictness,
    WebhookSender.Signer signer) {
  @Nullable RateLimit limit() {
    return rateLimit == 0 ? null : new RateLimit(rateLimit, rateWindow, clock);
  }
}
