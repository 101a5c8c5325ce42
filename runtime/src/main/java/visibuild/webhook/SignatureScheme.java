package visibuild.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a delivery carries its signature. Visibuild has not published the name and form of its
 * header, so a program says what it sees; the check itself is the same for all ({@link
 * WebhookVerifier}).
 *
 * <pre>{@code
 * SignatureScheme scheme = SignatureScheme.hexInHeader("X-Visibuild-Signature");
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SignatureScheme {
  /**
   * What a delivery says of its signature; empty if it carries none that can be read.
   *
   * @param headers the request's headers; names in any case
   * @param body the request's body, as it came
   */
  Optional<Signature> read(Map<String, List<String>> headers, byte[] body);

  /**
   * The HMAC-SHA256 of the body in hexadecimal digits, in a header of its own; a prefix such as
   * {@code sha256=} is passed over.
   */
  static SignatureScheme hexHeader(String header) {
    return new HeaderScheme(header);
  }

  /**
   * The HMAC-SHA256 in hexadecimal digits of {@code <timestamp>.<body>}, in a header such as {@code
   * t=1803888000,v1=5257a8...}: the timestamp in seconds since 1970, and one or more signatures.
   */
  static SignatureScheme timestampedHeader(String header) {
    return new TimestampedScheme(header);
  }
}
