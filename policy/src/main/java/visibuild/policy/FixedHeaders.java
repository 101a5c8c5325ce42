package visibuild.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fixed headers of a method ({@code @Headers}) that can change the meaning of its request, such
 * as {@code Prefer} or {@code Content-Type}. Headers that are known to be harmless are left out, so
 * a header that is not known counts.
 *
 * <pre>{@code
 * FixedHeaders.of(List.of("Prefer: return=minimal", "Accept-Language: en")); // [prefer: return=minimal]
 * }</pre>
 *
 * @since 0.1
 */
public final class FixedHeaders {
  /** Headers that select the form of the response or identify the request, and nothing else. */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-charset",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "pragma",
          "traceparent",
          "tracestate",
          "user-agent",
          "x-correlation-id",
          "x-request-id");

  private static final Pattern SECRET =
      Pattern.compile(".*(auth|cookie|credential|key|password|secret|session|token).*");

  private FixedHeaders() {}

  /**
   * Returns the headers of {@code declared} that count, sorted: {@code name: value} with the name
   * in lower case. The value of a header whose name hints at a secret is left out, because locks
   * and reports are shown to many.
   *
   * @param declared the headers as {@code @Headers} states them: {@code Name: value}
   */
  public static List<String> of(List<String> declared) {
    return declared.stream()
        .map(FixedHeaders::normalized)
        .filter(header -> !HARMLESS.contains(name(header)))
        .distinct()
        .sorted()
        .toList();
  }

  private static String normalized(String header) {
    int colon = header.indexOf(':');
    String name =
        (colon < 0 ? header : header.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    return colon < 0 || SECRET.matcher(name).matches()
        ? name
        : name + ": " + header.substring(colon + 1).strip();
  }

  private static String name(String normalized) {
    return normalized.split(":", -1)[0];
  }
}
