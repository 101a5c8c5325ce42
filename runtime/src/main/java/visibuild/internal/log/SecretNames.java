package visibuild.internal.log;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides by its name whether the value of a JSON member or a query parameter may be a secret. */
final class SecretNames {
  /** Parts of a name, without its separators, that mark a secret wherever they stand. */
  private static final Pattern PARTS =
      Pattern.compile(
          "secret|token|passw|passphrase|passcode|passkey|pwd|signature|credential|authori[sz]"
              + "|authentic|cookie|session|(?:api|app|application|access|private|shared|signing|encryption|decryption|master|license"
              + "|account|storage|ssh|webhook|consumer|client|service|subscription|deploy|function"
              + "|host|admin|root|server|auth|partner|security|session|sending|write|read)key"
              + "|jwt|bearer|assertion|hmac|csrf|xsrf|saml|nonce|verifier|recovery|mnemonic|sessid"
              + "|(?:auth|oauth|access|security|verification|device|backup|invite|onetime|login|reset)codes?"
              + "|(?:user|db|database|ftp|smtp|mail|root|admin|my)pass|securityanswer|seedphrase"
              + "|(?:magic|login|reset|invite)(?:link|url)|connectionstring|kennwort|passwort|senha"
              + "|contrasena|motdepasse|wachtwoord");

  /** Whole words of a name that mark a secret; within longer words they mean something else. */
  private static final Set<String> WORDS =
      Set.of(
          "auth", "cred", "creds", "cvc", "cvv", "jwe", "jws", "mfa", "otp", "pass", "pat", "pem",
          "pin", "psw", "pswd", "pw", "salt", "sas", "sid", "sig", "ssn", "totp");

  /** Query parameters that carry a secret although the same name is harmless in JSON. */
  private static final Set<String> PARAMETERS = Set.of("code", "key", "state", "hash", "ticket");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern WORD_BREAKS =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private SecretNames() {}

  /** Returns whether a JSON member of this name may hold a secret. */
  static boolean isSecret(String name) {
    // Full-width letters and the like are read as the plain ones, and those with accents too.
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String joined = SEPARATORS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    if (PARTS.matcher(joined).find()) {
      return true;
    }
    for (String word : WORD_BREAKS.split(plain, -1)) {
      if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a query parameter of this name may hold a secret. */
  static boolean isSecretParameter(String name) {
    return isSecret(name) || PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
  }
}
