package visibuild.cli.doctor;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Selects the headers whose presence is not documented, or that the client reads. */
final class HeaderNames {
  private static final Set<String> KNOWN =
      Set.of(
          "date",
          "deprecation",
          "etag",
          "link",
          "retry-after",
          "sunset",
          "www-authenticate",
          "x-has-next-page",
          "x-per-page",
          "x-request-id");
  private static final Pattern RATE_LIMIT =
      Pattern.compile("(x-)?rate-?limit(-(limit|remaining|reset|policy|used|resource|window))*");

  private HeaderNames() {}

  /** Returns the names in lower case. */
  static Set<String> of(Headers headers) {
    return headers.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> KNOWN.contains(name) || isRateLimit(name))
        .collect(toCollection(TreeSet::new));
  }

  /** Reports each response without a rate-limit header that another response has. */
  static void compareRateLimits(Collection<EndpointResult> results) {
    Set<String> all =
        results.stream()
            .flatMap(result -> result.headers().stream())
            .filter(HeaderNames::isRateLimit)
            .collect(toCollection(TreeSet::new));
    results.stream()
        .filter(result -> result.status() != 0)
        .forEach(
            result ->
                all.stream()
                    .filter(name -> !result.headers().contains(name))
                    .forEach(
                        name ->
                            result
                                .differences()
                                .add("no header " + name + ", which other responses have")));
  }

  private static boolean isRateLimit(String name) {
    return RATE_LIMIT.matcher(name).matches();
  }
}
