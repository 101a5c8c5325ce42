package visibuild.internal.base;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The headers and parameters by which a server may carry out another HTTP method than the request
 * has. The processor refuses them in interfaces, the runtime in requests.
 *
 * <p>Rails, Laravel, Symfony and Spring read the parameter {@code _method}. Servers differ in
 * whether the case of its name matters.
 */
public final class MethodOverrides {
  private static final Set<String> HEADERS =
      Set.of("x-http-method", "x-http-method-override", "x-method-override");

  /** The name of the parameter, in lower case. */
  public static final String PARAMETER = "_method";

  private MethodOverrides() {}

  /**
   * Returns whether the header {@code name} asks the server for another HTTP method. Rack and other
   * servers take an underscore in a name for a hyphen.
   */
  public static boolean isHeader(String name) {
    String stripped = name.strip();
    return switch (stripped.length()) {
      // Each request is checked, so most names are dismissed by their length.
      case 13, 17, 22 -> HEADERS.contains(stripped.toLowerCase(Locale.ROOT).replace('_', '-'));
      default -> false;
    };
  }

  /**
   * Returns whether the query parameter, the field or the part {@code name} asks the server for
   * another HTTP method.
   */
  public static boolean isParameter(String name) {
    return name.strip().equalsIgnoreCase(PARAMETER);
  }

  /** Returns whether {@code name}, in which characters may be escaped, is such a parameter. */
  public static boolean isEncodedParameter(String name) {
    try {
      return isParameter(URLDecoder.decode(name, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noEscape) {
      return isParameter(name);
    }
  }
}
