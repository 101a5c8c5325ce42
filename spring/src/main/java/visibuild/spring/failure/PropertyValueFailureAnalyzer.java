package visibuild.spring.failure;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains a value of a {@code visibuild.*} property that cannot be converted. It does not repeat
 * the value: if two properties are mixed up, that is a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PropertyValueFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
  private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("visibuild");

  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          entry("visibuild.region", "apac, eu or us"),
          entry("visibuild.scope", "\"read\" or \"read write\""),
          entry("visibuild.call-timeout", "a duration such as 30s or 2m"),
          entry("visibuild.retries", "a whole number from 0 to 20"),
          entry("visibuild.policy-mode", "enforce or warn"),
          entry("visibuild.read-snake-case", "true or false"),
          entry("visibuild.health.call-api", "true or false"),
          entry("visibuild.rate-limit.calls", "a whole number above 0"),
          entry("visibuild.rate-limit.period", "a duration such as 1m"),
          entry("visibuild.usage-log.enabled", "true or false"),
          entry("visibuild.usage-log.interval", "a duration such as 1h"));

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    ConfigurationPropertyName name = cause.getName();
    if (!PREFIX.isAncestorOf(name)) {
      return null;
    }
    String expected = EXPECTED.getOrDefault(name.toString(), "another value");
    return new FailureAnalysis(
        "The value of %s is not understood; use %s.".formatted(name, expected), null, cause);
  }
}
