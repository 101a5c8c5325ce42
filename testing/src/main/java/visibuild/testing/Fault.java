package visibuild.testing;

import java.time.Duration;
import visibuild.testing.http.SandboxHttpResponse;
import visibuild.testing.server.FaultRule;
import visibuild.testing.server.ResponseEnding;

/**
 * Something that goes wrong on purpose, for {@link VisibuildSandbox#fail}: once, and at the next
 * call of an API, unless {@link #times} and {@link #at} say otherwise.
 *
 * <pre>{@code
 * sandbox.fail(Fault.rateLimited(Duration.ofSeconds(2)).times(3));
 * sandbox.fail(Fault.status(503).at("/oauth/token"));
 * sandbox.fail(Fault.responseLost().at("/api/core/v1/tickets"));
 * }</pre>
 *
 * <p>No fault takes time. Immutable.
 *
 * @since 0.1
 */
public final class Fault {
  private static final String APIS = "/api/";

  private final FaultRule rule;

  private Fault(FaultRule rule) {
    this.rule = rule;
  }

  /** A 429 as rack-attack sends it: plain text, without {@code Retry-After}. */
  public static Fault rateLimited() {
    return instead(SandboxHttpResponse.text(429, "Retry later\n"));
  }

  /** 429 with a {@code Retry-After} of {@code wait}, in whole seconds. */
  public static Fault rateLimited(Duration wait) {
    return instead(
        SandboxHttpResponse.text(429, "Retry later\n")
            .with("Retry-After", Long.toString(wait.toSeconds())));
  }

  /**
   * A response with {@code status} and an HTML page, as a web server sends it instead of the
   * application.
   *
   * @throws IllegalArgumentException if {@code status} is not from 400 to 599
   */
  public static Fault status(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(
          "A fault cannot have the status " + status + "; give one from 400 to 599.");
    }
    return instead(SandboxHttpResponse.html(status, "The request could not be served."));
  }

  /** The connection breaks before the request is processed, without a response. */
  public static Fault disconnected() {
    return new Fault(
        new FaultRule(APIS, 1, SandboxHttpResponse.empty(503), ResponseEnding.NO_RESPONSE));
  }

  /** The request is processed, and the connection breaks before the response. */
  public static Fault responseLost() {
    return new Fault(new FaultRule(APIS, 1, null, ResponseEnding.NO_RESPONSE));
  }

  /** The request is processed, and the connection breaks during the response. */
  public static Fault responseTruncated() {
    return new Fault(new FaultRule(APIS, 1, null, ResponseEnding.CUT_OFF));
  }

  /**
   * The request is processed, and the JSON of the response ends half way, with a matching length.
   */
  public static Fault malformedBody() {
    return new Fault(new FaultRule(APIS, 1, null, ResponseEnding.HALF_BODY));
  }

  /**
   * The same fault at the next {@code times} requests.
   *
   * @throws IllegalArgumentException if {@code times} is below 1
   */
  public Fault times(int times) {
    if (times < 1) {
      throw new IllegalArgumentException(
          "A fault cannot happen " + times + " times; give a number of at least 1.");
    }
    return new Fault(new FaultRule(rule.pathPrefix(), times, rule.instead(), rule.ending()));
  }

  /**
   * Restricts this fault to requests with a path that starts with {@code pathPrefix}: {@code
   * "/oauth/token"} for the token endpoint, {@code "/uploads/"} for the upload of files, {@code
   * "/api/core/v1/tickets"} for tickets.
   *
   * @throws IllegalArgumentException if {@code pathPrefix} does not begin with a slash
   */
  public Fault at(String pathPrefix) {
    if (!pathPrefix.startsWith("/")) {
      throw new IllegalArgumentException(
          "No path begins with \"" + pathPrefix + "\"; write \"/" + pathPrefix + "\".");
    }
    return new Fault(new FaultRule(pathPrefix, rule.times(), rule.instead(), rule.ending()));
  }

  FaultRule rule() {
    return rule;
  }

  private static Fault instead(SandboxHttpResponse response) {
    return new Fault(new FaultRule(APIS, 1, response, ResponseEnding.WHOLE));
  }
}
