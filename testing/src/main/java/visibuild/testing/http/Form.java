package visibuild.testing.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters as a query or a form writes them. Of a name that comes twice the last counts. */
public final class Form {
  private static final char UNREADABLE = '\uFFFD';

  private final Map<String, String> parameters;
  private final Set<String> repeated;

  private Form(Map<String, String> parameters, Set<String> repeated) {
    this.parameters = parameters;
    this.repeated = repeated;
  }

  /**
   * Reads {@code name=value&name=value}.
   *
   * @throws HttpProblem with 400 if an escape or its UTF-8 is broken
   */
  public static Form parse(@Nullable String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Set<String> repeated = new LinkedHashSet<>();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = decode(equals < 0 ? pair : pair.substring(0, equals));
          String value = equals < 0 ? "" : pair.substring(equals + 1);
          if (parameters.put(name, decode(value)) != null) {
            repeated.add(name);
          }
        }
      }
    }
    return new Form(parameters, repeated);
  }

  /** The value of {@code name}, or null if it is not there. */
  public @Nullable String get(String name) {
    return parameters.get(name);
  }

  /** The names of the parameters, in their order. */
  Set<String> names() {
    return Collections.unmodifiableSet(parameters.keySet());
  }

  /** Returns the names that occur more than once, in their order. */
  Set<String> repeatedNames() {
    return Collections.unmodifiableSet(repeated);
  }

  /** One step of a path, in which a plus is a plus. */
  static String decodeSegment(String segment) {
    return decode(segment.replace("+", "%2B"));
  }

  private static String decode(String text) {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf(UNREADABLE) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      // A broken escape: refused below, like broken UTF-8.
    }
    throw new HttpProblem(
        SandboxHttpResponse.html(400, "The percent-encoding of the request is broken."));
  }
}
