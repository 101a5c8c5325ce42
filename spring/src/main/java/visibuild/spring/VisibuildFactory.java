package visibuild.spring;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import visibuild.AccessUsage;
import visibuild.Credential;
import visibuild.Region;
import visibuild.Visibuild;
import visibuild.policy.PolicyEnforcer;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/** Applies the properties to a builder; an error names the property that caused it. */
final class VisibuildFactory {
  private final VisibuildProperties properties;
  private final List<PolicyWarningListener> warnings;

  VisibuildFactory(VisibuildProperties properties, List<PolicyWarningListener> warnings) {
    this.properties = properties;
    this.warnings = warnings;
  }

  Visibuild.Builder builder(Credential credential, AccessUsage usage) {
    Visibuild.Builder builder = Visibuild.builder().credential(credential).accessUsage(usage);
    origin(builder);
    apply("call-timeout", properties.callTimeout(), builder::callTimeout);
    apply("retries", properties.retries(), builder::retries);
    apply("user-agent", given(properties.userAgent()), builder::userAgent);
    if (properties.readSnakeCase()) {
      builder.readSnakeCase();
    }
    apply(
        "policy",
        properties.policy(),
        policy -> builder.clientAuthorizer(enforcer(PolicyEnforcer.ofFile(policy))));
    rateLimit(builder, properties.rateLimit());
    return builder;
  }

  private PolicyEnforcer enforcer(PolicyEnforcer enforcer) {
    return properties.policyMode() == VisibuildProperties.PolicyMode.WARN
        ? enforcer.warnOnly(denial -> warnings.forEach(listener -> listener.onDenial(denial)))
        : enforcer;
  }

  private void origin(Visibuild.Builder builder) {
    @Nullable String baseUrl = given(properties.baseUrl());
    @Nullable Region region = properties.region();
    if (region != null && baseUrl != null) {
      throw invalid("Both visibuild.region and visibuild.base-url are set; keep one of them.");
    }
    if (region == null && baseUrl == null) {
      throw invalid(
          "No Visibuild region or base URL is configured; set visibuild.region to apac, eu or us.");
    }
    apply("region", region, builder::region);
    apply("base-url", baseUrl, builder::baseUrl);
  }

  private static void rateLimit(
      Visibuild.Builder builder, VisibuildProperties.@Nullable RateLimit limit) {
    if (limit == null) {
      return;
    }
    @Nullable Integer calls = limit.calls();
    @Nullable Duration period = limit.period();
    if (calls == null || period == null) {
      throw invalid(
          "Set both visibuild.rate-limit.calls and visibuild.rate-limit.period, or neither.");
    }
    apply("rate-limit", period, each -> builder.rateLimit(calls, each));
  }

  /** Applies a value that is configured; an error names its property. */
  private static <T> void apply(String property, @Nullable T value, Consumer<T> setting) {
    if (value == null) {
      return;
    }
    try {
      setting.accept(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidVisibuildConfigurationException(
          "visibuild." + property + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  private static InvalidVisibuildConfigurationException invalid(String message) {
    return new InvalidVisibuildConfigurationException(message, null);
  }
}
