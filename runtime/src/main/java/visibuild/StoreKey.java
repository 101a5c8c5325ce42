package visibuild;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** The key of a token store, tried before anything depends on it. */
final class StoreKey {
  private static final String MAKE_ONE = "; make one with KeyGenerator.getInstance(\"AES\").";

  private StoreKey() {}

  static SecretKey checked(SecretKey key) {
    if (!"AES".equals(key.getAlgorithm())) {
      throw new IllegalArgumentException("The token store's key is not for AES" + MAKE_ONE);
    }
    try {
      Cipher.getInstance("AES/GCM/NoPadding").init(Cipher.ENCRYPT_MODE, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Nothing can be encrypted with the token store's key; an AES key has 128, 192 or 256 bits"
              + MAKE_ONE);
    }
    return key;
  }
}
