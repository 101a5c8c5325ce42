package visibuild.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Secret;

/**
 * The message authentication code of signatures.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  private HmacSha256() {}

  /**
   * Returns the key of {@code secret}.
   *
   * @throws IllegalArgumentException if it cannot be a secret
   */
  static SecretKeySpec key(@Nullable String secret) {
    String checked = Secret.of(secret, "A webhook's secret").reveal();
    return new SecretKeySpec(checked.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  static byte[] sign(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This JVM does not provide " + ALGORITHM + ", which every Java platform must have.", e);
    }
  }

  /** Returns the code in hexadecimal digits. */
  static String hex(String secret, byte[] message) {
    return HexFormat.of().formatHex(sign(key(secret), message));
  }
}
