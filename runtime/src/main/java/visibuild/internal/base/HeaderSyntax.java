package visibuild.internal.base;

/**
 * The characters that header names and values may have (RFC 9110, section 5). Checked before OkHttp
 * does, because its message repeats the value, which may be a secret.
 */
public final class HeaderSyntax {
  private HeaderSyntax() {}

  /** Returns whether {@code name} can be the name of a header. */
  public static boolean isName(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
  }

  /** Returns whether {@code value} can be the value of a header. */
  public static boolean isValue(String value) {
    return value.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t');
  }
}
