package visibuild.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The place and form of a signature in a delivery. Visibuild has not published the name and form of
 * its header, so a program chooses a scheme; {@link WebhookVerifier} performs the check.
 *
 * <pre>{@code
 * SignatureScheme scheme = SignatureScheme.hexHeader("X-Visibuild-Signature");
 * }</pre>
 *
 * <p>Implementations must be safe for use by several threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SignatureScheme {
  /**
   * Reads the signature of a delivery; empty if there is none that can be parsed.
   *
   * @param header returns a request header's value by its name, or {@code null} if it is absent
   * @param body the raw body of the request
   */
  Optional<Signature> read(Function<String, ? extends @Nullable String> header, byte[] body);

  /**
   * Signs a delivery and returns the headers to send with it. Tests use it to call the program's
   * own webhook endpoint:
   *
   * <pre>{@code
   * Map<String, String> headers = scheme.sign(secret, body, clock.instant());
   * verifier.verify(headers::get, body); // passes
   * }</pre>
   *
   * <p>The schemes of this interface support it. An implementation of the program's own overrides
   * it, or leaves this default.
   *
   * @param secret the webhook's secret
   * @param body the raw body of the request
   * @param signedAt the time of signing; a scheme without a timestamp ignores it
   * @throws IllegalArgumentException if {@code secret} cannot be a secret, as in {@link
   *     WebhookVerifier#of}
   * @throws UnsupportedOperationException if the scheme only reads signatures
   */
  default Map<String, String> sign(String secret, byte[] body, Instant signedAt) {
    throw new UnsupportedOperationException(
        getClass().getName() + " only reads signatures; override sign(...) to create them.");
  }

  /**
   * Returns a scheme for the HMAC-SHA256 of the body in hexadecimal digits, alone in a header. A
   * prefix such as {@code sha256=} is ignored.
   *
   * @throws IllegalArgumentException if {@code header} cannot be the name of a header
   */
  static SignatureScheme hexHeader(String header) {
    return new HeaderScheme(Headers.checkedName(header));
  }

  /**
   * Returns a scheme for the HMAC-SHA256 of {@code <timestamp>.<body>} in hexadecimal digits, in a
   * header such as {@code t=1803888000,v1=5257a8...}: a timestamp in seconds since 1970, and one or
   * more signatures.
   *
   * @throws IllegalArgumentException if {@code header} cannot be the name of a header
   */
  static SignatureScheme timestampedHeader(String header) {
    return new TimestampedScheme(Headers.checkedName(header));
  }
}
