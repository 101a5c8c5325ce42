package visibuild.webhook;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a delivery is from Visibuild. The signature is the HMAC-SHA256 of the body with the
 * secret that Visibuild showed when the webhook was created. The comparison takes constant time.
 *
 * <pre>{@code
 * WebhookVerifier verifier =
 *     WebhookVerifier.of(SignatureScheme.timestampedHeader("X-Visibuild-Signature"), secret)
 *         .tolerance(Duration.ofMinutes(5));
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads. The secrets stay inside.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 * @since 0.1
 */
public final class WebhookVerifier {
  private final SignatureScheme scheme;
  private final transient List<SecretKeySpec> keys;
  private final @Nullable Duration tolerance;
  private final Clock clock;

  private WebhookVerifier(
      SignatureScheme scheme, List<SecretKeySpec> keys, @Nullable Duration tolerance, Clock clock) {
    this.scheme = scheme;
    this.keys = keys;
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /**
   * Makes a verifier.
   *
   * @param secrets the webhook's secret; while it is replaced, the new one and the old one
   * @throws IllegalArgumentException if there is no secret, or one cannot be a secret: it is blank,
   *     has white space, a line break or an invisible character at an end, has a control character,
   *     is in quotes, is a placeholder such as {@code ${SECRET}}, or begins with the name of an
   *     authentication scheme such as {@code Bearer}
   */
  public static WebhookVerifier of(SignatureScheme scheme, String... secrets) {
    if (secrets.length == 0) {
      throw new IllegalArgumentException(
          "A webhook's secret is missing; give it as Visibuild showed it.");
    }
    List<SecretKeySpec> keys = Arrays.stream(secrets).map(HmacSha256::key).toList();
    return new WebhookVerifier(scheme, keys, null, Clock.systemUTC());
  }

  /**
   * Returns a verifier that refuses deliveries signed more than {@code tolerance} ago or ahead, so
   * that a recorded delivery cannot be replayed later. Needs a scheme with a timestamp.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public WebhookVerifier tolerance(Duration tolerance) {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("The tolerance is " + tolerance + "; give 0 or more.");
    }
    return new WebhookVerifier(scheme, keys, tolerance, clock);
  }

  /** Returns a verifier that uses {@code clock}. */
  public WebhookVerifier clock(Clock clock) {
    return new WebhookVerifier(scheme, keys, tolerance, clock);
  }

  /**
   * Verifies a delivery, with the headers as a map. Names may be in any case. A signature header
   * that occurs more than once counts as absent.
   *
   * @param headers the headers of the request
   * @param body the raw body of the request
   * @throws InvalidSignatureException if the signature is missing, wrong or too old
   */
  public void verify(Map<String, List<String>> headers, byte[] body) {
    verify(Headers.of(headers), body);
  }

  /**
   * Verifies a delivery. Returns normally if the signature matches.
   *
   * <pre>{@code
   * verifier.verify(request::getHeader, body);
   * }</pre>
   *
   * @param header returns a request header's value by its name, or {@code null} if it is absent
   * @param body the raw body of the request, before any parsing
   * @throws InvalidSignatureException if the signature is missing, wrong or too old
   */
  public void verify(Function<String, ? extends @Nullable String> header, byte[] body) {
    Optional<Signature> read = scheme.read(header, body);
    Signature signature =
        read.orElseThrow(
            () -> new InvalidSignatureException("The webhook carries no signature to check."));
    if (!fits(signature)) {
      throw new InvalidSignatureException(
          "The webhook's signature does not fit; it was not made with this secret, or of this body.");
    }
    if (tolerance != null && signature.timestampSeconds().isEmpty()) {
      throw new InvalidSignatureException(
          "The webhook's signature has no timestamp, which a tolerance needs; use a scheme with one,"
              + " or leave tolerance(...) out.");
    }
    if (tolerance != null && !isOfNow(signature.timestampSeconds().orElseThrow(), tolerance)) {
      throw new InvalidSignatureException(
          "The webhook was not signed within " + tolerance.toSeconds() + " s of now.");
    }
  }

  private boolean fits(Signature signature) {
    boolean fits = false;
    for (SecretKeySpec key : keys) {
      byte[] expected = HmacSha256.sign(key, signature.signed());
      for (byte[] each : signature.values()) {
        // No short cut: the duration must not reveal the matching secret.
        fits |= MessageDigest.isEqual(expected, each);
      }
    }
    return fits;
  }

  private boolean isOfNow(long timestampSeconds, Duration tolerance) {
    Duration age = Duration.between(Instant.ofEpochSecond(timestampSeconds), clock.instant());
    return age.abs().compareTo(tolerance) <= 0;
  }
}
