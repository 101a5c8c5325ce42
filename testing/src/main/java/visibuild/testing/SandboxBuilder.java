package visibuild.testing;

import java.time.Clock;
import java.time.Duration;
import visibuild.testing.http.Strictness;
import visibuild.testing.server.Servers;
import visibuild.testing.server.Settings;
import visibuild.webhook.SignatureScheme;

/**
 * Sets up a {@link VisibuildSandbox}.
 *
 * <pre>{@code
 * VisibuildSandbox.builder().seed(7).rateLimit(100, Duration.ofMinutes(1)).start()
 * }</pre>
 *
 * <p>For use by one thread.
 *
 * @since 0.1
 */
public final class SandboxBuilder {
  private static final long DEFAULT_SEED = 1;
  private static final int LAST_PORT = 65_535;

  private long seed = DEFAULT_SEED;
  private SandboxClock clock = SandboxClock.standing();
  private int port;
  private Duration tokenLifetime = Duration.ofHours(1);
  private int rateLimit;
  private Duration rateWindow = Duration.ofMinutes(1);
  private boolean namesMissingScope;
  private boolean revokesPreviousTokens;
  private Strictness strictness = Strictness.LENIENT;
  private SignatureScheme signatures = SignatureScheme.timestampedHeader("X-Visibuild-Signature");

  SandboxBuilder() {}

  /** The seed of the company, its ids, and the sandbox's secrets; 1 if it is not given. */
  public SandboxBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * The sandbox's time; {@link SandboxClock#standing()} if it is not given. A clock that is no
   * {@link SandboxClock} is put into one, so that it can be advanced.
   */
  public SandboxBuilder clock(Clock clock) {
    this.clock = clock instanceof SandboxClock own ? own : SandboxClock.over(clock);
    return this;
  }

  /**
   * Sets the port of the APIs and the token endpoint; 0, the default, is a free port. The file
   * store always listens on a free port.
   *
   * <pre>{@code
   * VisibuildSandbox sandbox = VisibuildSandbox.builder().port(8080).start();
   * }</pre>
   *
   * @throws IllegalArgumentException if {@code port} is below 0 or above 65535
   */
  public SandboxBuilder port(int port) {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "The port is " + port + "; give one from 0 (a free port) to " + LAST_PORT + ".");
    }
    this.port = port;
    return this;
  }

  /**
   * Sets the lifetime of access tokens; one hour by default.
   *
   * @throws IllegalArgumentException if it is negative, or no whole number of seconds
   */
  public SandboxBuilder tokenLifetime(Duration lifetime) {
    if (lifetime.isNegative() || !lifetime.equals(Duration.ofSeconds(lifetime.toSeconds()))) {
      throw new IllegalArgumentException(
          "A token cannot live " + lifetime + "; give a whole number of seconds, 0 or more.");
    }
    this.tokenLifetime = lifetime;
    return this;
  }

  /**
   * Refuses calls of the APIs with 429 after the first {@code calls} in each {@code window} of the
   * sandbox's clock. Without it there is no limit. Token requests and uploads do not count.
   *
   * @throws IllegalArgumentException if {@code calls} is below 1, or {@code window} is below a
   *     millisecond
   */
  public SandboxBuilder rateLimit(int calls, Duration window) {
    if (calls < 1 || window.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "A rate limit cannot be " + calls + " calls in " + window + "; give at least 1 in 1 ms.");
    }
    this.rateLimit = calls;
    this.rateWindow = window;
    return this;
  }

  /**
   * Lets a 403 say which scope was missing, in {@code WWW-Authenticate}, as Doorkeeper does from
   * 5.9.1 on. Without it a 403 says nothing at all, as before.
   */
  public SandboxBuilder namesMissingScope() {
    this.namesMissingScope = true;
    return this;
  }

  /**
   * Revokes a client's older tokens of the same scope at each new one, as Doorkeeper does with
   * {@code revoke_previous_client_credentials_token}. Without it all live on.
   */
  public SandboxBuilder revokesPreviousTokens() {
    this.revokesPreviousTokens = true;
    return this;
  }

  /**
   * Refuses undocumented paths, query parameters and body members with 400; the message names the
   * nearest documented one. By default the sandbox ignores undocumented parameters and members, as
   * the real server may do, and an unknown path is 404. {@link VisibuildSandboxTest} is strict.
   *
   * <pre>{@code
   * VisibuildSandbox sandbox = VisibuildSandbox.builder().strict().start();
   * }</pre>
   */
  public SandboxBuilder strict() {
    this.strictness = Strictness.STRICT;
    return this;
  }

  /**
   * Sets the scheme that signs webhook deliveries. The default is {@code
   * SignatureScheme.timestampedHeader("X-Visibuild-Signature")}; the header and form of the real
   * server are not documented.
   *
   * @param scheme a scheme that supports {@link SignatureScheme#sign}
   */
  public SandboxBuilder webhookSignatures(SignatureScheme scheme) {
    this.signatures = scheme;
    return this;
  }

  /**
   * Starts the sandbox on the loopback.
   *
   * @throws java.io.UncheckedIOException if it cannot listen there, for example because another
   *     program uses the {@link #port}
   */
  public VisibuildSandbox start() {
    Settings settings =
        new Settings(
            port,
            seed,
            clock,
            tokenLifetime,
            rateLimit,
            rateWindow,
            namesMissingScope,
            revokesPreviousTokens,
            strictness,
            signatures::sign);
    return new VisibuildSandbox(clock, Servers.start(settings));
  }
}
