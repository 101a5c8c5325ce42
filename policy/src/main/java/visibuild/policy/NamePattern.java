package visibuild.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Some interfaces or methods, as a policy names them.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>{@code com.acme.TicketsApi}</td><td>an interface; a nested one has a {@code $}</td></tr>
 * <tr><td>{@code com.acme.TicketsApi#create}</td><td>its methods of that name</td></tr>
 * <tr><td>{@code com.acme.*}</td><td>the interfaces of a package</td></tr>
 * <tr><td>{@code com.acme.**}</td><td>the interfaces of a package and of those below it</td></tr>
 * </table>
 *
 * @param text the pattern as it was written
 * @param written where it was written
 * @since 0.1
 */
public record NamePattern(String text, SourcePosition written) {
  private static final String NAME = "[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*";
  private static final Pattern FORM =
      Pattern.compile(NAME + "(\\." + NAME + ")*(#" + NAME + "|\\.\\*\\*?)?");

  /** Returns the problem of {@code text} as a pattern; empty if it is valid. */
  static Optional<String> mistakeIn(String text) {
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            ("\"%s\" names no interface; write com.acme.TicketsApi, com.acme.TicketsApi#create,"
                    + " com.acme.* or com.acme.**")
                .formatted(text));
  }

  /** Returns whether this pattern matches {@code method} of {@code api}. */
  public boolean covers(String api, MethodDescriptor method) {
    int hash = text.indexOf('#');
    if (hash >= 0) {
      return api.equals(text.substring(0, hash)) && method.name().equals(text.substring(hash + 1));
    }
    if (text.endsWith(".**")) {
      return api.startsWith(text.substring(0, text.length() - 2));
    }
    return text.endsWith(".*")
        ? packageOf(api).equals(text.substring(0, text.length() - 2))
        : api.equals(text);
  }

  /** Returns whether this pattern matches every method that {@code other} matches. */
  boolean includes(NamePattern other) {
    if (text.equals(other.text)) {
      return true;
    }
    if (text.endsWith(".**")) {
      return other.text.startsWith(text.substring(0, text.length() - 2));
    }
    if (other.text.endsWith("*") || text.indexOf('#') >= 0) {
      return false;
    }
    String api = other.text.split("#", -1)[0];
    return text.endsWith(".*")
        ? packageOf(api).equals(text.substring(0, text.length() - 2))
        : api.equals(text);
  }

  private static String packageOf(String api) {
    return api.substring(0, Math.max(0, api.lastIndexOf('.')));
  }
}
