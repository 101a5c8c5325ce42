package visibuild.internal.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The ways in which a server may write a secret that it repeats: unchanged, as a JSON library or a
 * form encodes it, in hexadecimal, and in Base64, also as part of a longer text such as {@code
 * id:secret}.
 */
public final class SecretSpellings {
  /** An encoding of a shorter secret may be part of an honest text by chance. */
  private static final int MIN_ENCODED_CHARS = 8;

  private static final int BASE64_BITS = 6;

  private SecretSpellings() {}

  /** Returns the spellings of {@code secret}, which are secrets too. */
  public static Set<String> of(String secret) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(secret);
    spellings.add(secret.replace("/", "\\/"));
    spellings.add(URLEncoder.encode(secret, UTF_8));
    spellings.add(URLEncoder.encode(secret, UTF_8).replace("+", "%20"));
    if (secret.length() >= MIN_ENCODED_CHARS) {
      byte[] bytes = secret.getBytes(UTF_8);
      String hex = HexFormat.of().formatHex(bytes);
      spellings.add(hex);
      spellings.add(hex.toUpperCase(Locale.ROOT));
      for (int before = 0; before < 3; before++) {
        String base64 = base64(bytes, before);
        spellings.add(base64);
        spellings.add(base64.replace('+', '-').replace('/', '_'));
      }
    }
    return spellings;
  }

  /**
   * Returns the characters of the Base64 of {@code bytes} that do not depend on the texts around.
   *
   * @param before the number of bytes before, modulo 3
   */
  private static String base64(byte[] bytes, int before) {
    byte[] padded = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, padded, before, bytes.length);
    int start = (before * Byte.SIZE + BASE64_BITS - 1) / BASE64_BITS;
    int end = padded.length * Byte.SIZE / BASE64_BITS;
    return Base64.getEncoder().withoutPadding().encodeToString(padded).substring(start, end);
  }
}
