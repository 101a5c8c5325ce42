package visibuild.internal.base;

import org.jspecify.annotations.Nullable;

/** The authentication scheme {@code Bearer} (RFC 6750, section 2.1). */
public final class BearerScheme {
  /** The header that carries a token. */
  public static final String HEADER = "Authorization";

  /** The scheme's name, also the {@code token_type} of a token response (RFC 6749, section 7.1). */
  public static final String NAME = "Bearer";

  private static final String PREFIX = NAME + " ";

  private BearerScheme() {}

  /** Returns the value of {@link #HEADER} that carries {@code token}. */
  public static String authorization(String token) {
    return PREFIX + token;
  }

  /** Returns the token in {@code authorization}; null if it carries none of this scheme. */
  public static @Nullable String token(@Nullable String authorization) {
    return authorization != null
            && authorization.length() > PREFIX.length()
            && authorization.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
        ? authorization.substring(PREFIX.length())
        : null;
  }

  /** Returns whether {@code scheme} is this one; its case has no meaning. */
  public static boolean matches(String scheme) {
    return NAME.equalsIgnoreCase(scheme);
  }
}
