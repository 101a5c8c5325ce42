package visibuild.webhook;

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
   * Returns a scheme for the HMAC-SHA256 of the body in hexadecimal digits, alone in a header. A
   * prefix such as {@code sha256=} is ignored.
   */
  static SignatureScheme hexHeader(String header) {
    return new HeaderScheme(header);
  }

  /**
   * Returns a scheme for the HMAC-SHA256 of {@code <timestamp>.<body>} in hexadecimal digits, in a
   * header such as {@code t=1803888000,v1=5257a8...}: a timestamp in seconds since 1970, and one or
   * more signatures.
   */
  static SignatureScheme timestampedHeader(String header) {
    return new TimestampedScheme(header);
  }
}
