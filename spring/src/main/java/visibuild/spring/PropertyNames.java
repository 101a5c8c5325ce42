package visibuild.spring;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/**
 * Finds misspelled names such as {@code visibuild.regoin}, which Spring would ignore. A name that
 * resembles no property of this starter passes, because a program may keep its own properties
 * beside ours.
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
          "user-agent");

  private static final int MAX_DISTANCE = 2;

  private PropertyNames() {}

  /**
   * Returns normally if no name is misspelled.
   *
   * @throws InvalidVisibuildConfigurationException if a name resembles a property and is none
   */
  static void check(Environment environment) {
    names(environment)
        .filter(name -> PREFIX.isParentOf(name) || PREFIX.isAncestorOf(name))
        .map(name -> name.getElement(1, ConfigurationPropertyName.Form.DASHED))
        .distinct()
        .forEach(PropertyNames::refuseMisspelled);
  }

  private static Stream<ConfigurationPropertyName> names(Environment environment) {
    return ConfigurationPropertySources.get(environment) == null
        ? Stream.empty()
        : Stream.of(ConfigurationPropertySources.get(environment))
            .flatMap(sources -> StreamSupport.stream(sources.spliterator(), false))
            .filter(IterableConfigurationPropertySource.class::isInstance)
            .map(IterableConfigurationPropertySource.class::cast)
            .flatMap(IterableConfigurationPropertySource::stream);
  }

  private static void refuseMisspelled(String name) {
    String key = uniform(name);
    if (KNOWN.stream().map(PropertyNames::uniform).anyMatch(key::equals)) {
      return;
    }
    suggestion(key)
        .ifPresent(
            meant -> {
              throw new InvalidVisibuildConfigurationException(
                  "There is no property visibuild.%s; did you mean visibuild.%s?"
                      .formatted(name, meant),
                  null);
            });
  }

  private static Optional<String> suggestion(String key) {
    return KNOWN.stream()
        .filter(known -> distance(uniform(known), key) <= Math.min(MAX_DISTANCE, key.length() / 3))
        .min(Comparator.comparingInt(known -> distance(uniform(known), key)));
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
