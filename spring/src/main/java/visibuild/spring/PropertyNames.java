package visibuild.spring;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/**
 * Finds misspelled names such as {@code visibuild.regoin} and {@code VISIBUILD_REGOIN}, which
 * Spring would ignore. A name that resembles no property of this starter passes, because a program
 * may keep its own properties beside ours.
 *
 * <p>Environment variables are compared separately: Spring reads each underscore as a dot, so
 * {@code VISIBUILD_CLIENT_ID} is {@code visibuild.client.id} here, but binds to {@code
 * visibuild.client-id}.
 */
final class PropertyNames {
  private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("visibuild");

  static final List<String> KNOWN =
      List.of(
          "base-url",
          "call-timeout",
          "client-id",
          "client-secret",
          "client-secret-file",
          "enabled",
          "health",
          "policy",
          "policy-mode",
          "rate-limit",
          "read-snake-case",
          "region",
          "retries",
          "scope",
          "token",
          "token-expires",
          "usage-log",
          "user-agent");

  /** The names below a property that has several. */
  private static final Map<String, List<String>> NESTED =
      Map.of(
          "health", List.of("call-api"),
          "rate-limit", List.of("calls", "period"),
          "usage-log", List.of("enabled", "file", "interval", "program"));

  private static final int MAX_DISTANCE = 2;

  private PropertyNames() {}

  /**
   * Returns normally if no name is misspelled.
   *
   * @throws InvalidVisibuildConfigurationException if a name resembles a property and is none
   */
  static void check(Environment environment) {
    sources(environment)
        .forEach(
            source -> {
              boolean variables =
                  source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
              source.stream()
                  .filter(PREFIX::isAncestorOf)
                  .forEach(variables ? PropertyNames::checkVariable : PropertyNames::checkProperty);
            });
  }

  private static Stream<IterableConfigurationPropertySource> sources(Environment environment) {
    return ConfigurationPropertySources.get(environment) == null
        ? Stream.empty()
        : Stream.of(ConfigurationPropertySources.get(environment))
            .flatMap(sources -> StreamSupport.stream(sources.spliterator(), false))
            .filter(IterableConfigurationPropertySource.class::isInstance)
            .map(IterableConfigurationPropertySource.class::cast);
  }

  private static void checkProperty(ConfigurationPropertyName name) {
    String element = element(name, 1);
    String message = "There is no property %s; did you mean %s?";
    if (!isKnown(element)) {
      refuse(element, KNOWN, message, key -> "visibuild." + key);
    } else if (name.getNumberOfElements() > 2) {
      List<String> nested = NESTED.getOrDefault(element, List.of());
      refuse(element(name, 2), nested, message, key -> "visibuild.%s.%s".formatted(element, key));
    }
  }

  private static void checkVariable(ConfigurationPropertyName name) {
    List<String> starts =
        IntStream.range(1, name.getNumberOfElements())
            .mapToObj(last -> joined(name, last))
            .toList();
    if (starts.stream().noneMatch(PropertyNames::isKnown)) {
      refuse(
          starts.get(starts.size() - 1),
          KNOWN,
          "There is no variable %s; did you mean %s?",
          key -> "VISIBUILD_" + key.replace('-', '_').toUpperCase(Locale.ROOT));
    }
  }

  /** Returns the elements of {@code name} after the prefix, up to {@code last}. */
  private static String joined(ConfigurationPropertyName name, int last) {
    return IntStream.rangeClosed(1, last)
        .mapToObj(index -> element(name, index))
        .collect(Collectors.joining("-"));
  }

  private static String element(ConfigurationPropertyName name, int index) {
    return name.getElement(index, ConfigurationPropertyName.Form.DASHED);
  }

  private static boolean isKnown(String name) {
    return KNOWN.stream().map(PropertyNames::uniform).anyMatch(uniform(name)::equals);
  }

  private static void refuse(
      String name, List<String> known, String message, Function<String, String> display) {
    suggestion(uniform(name), known)
        .filter(meant -> !uniform(meant).equals(uniform(name)))
        .ifPresent(
            meant -> {
              throw new InvalidVisibuildConfigurationException(
                  message.formatted(display.apply(name), display.apply(meant)), null);
            });
  }

  private static Optional<String> suggestion(String key, List<String> known) {
    return known.stream()
        .filter(name -> distance(uniform(name), key) <= Math.min(MAX_DISTANCE, key.length() / 3))
        .min(Comparator.comparingInt(name -> distance(uniform(name), key)));
  }

  private static String uniform(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the edit distance of Damerau and Levenshtein, with transpositions of neighbours. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
