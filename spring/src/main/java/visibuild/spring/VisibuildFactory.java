package visibuild.spring;

import org.jspecify.annotations.Nullable;
import visibuild.AccessUsage;
import visibuild.Credential;
import visibuild.Visibuild;
import visibuild.policy.PolicyEnforcer;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/** Applies the properties to a builder; an error names the property that caused it. */
final class VisibuildFactory {
  private final VisibuildProperties properties;

  VisibuildFactory(VisibuildProperties properties) {
    this.properties = properties;
  }

  Visibuild.Builder builder(Credential credential, AccessUsage usage) {
    Visibuild.Builder builder = Visibuild.builder().credential(credential).accessUsage(usage);
    origin(builder);
    if (properties.callTimeout() != null) {
      apply("call-timeout", () -> builder.callTimeout(properties.callTimeout()));
    }
    if (properties.retries() != null) {
      apply("retries", () -> builder.retries(properties.retries()));
    }
    if (isGiven(properties.userAgent())) {
      apply("user-agent", () -> builder.userAgent(properties.userAgent()));
    }
    if (properties.readSnakeCase()) {
      builder.readSnakeCase();
    }
    if (properties.policy() != null && !properties.policy().toString().isBlank()) {
      apply("policy", () -> builder.clientAuthorizer(PolicyEnforcer.ofFile(properties.policy())));
    }
    rateLimit(builder, properties.rateLimit());
    return builder;
  }

  private void origin(Visibuild.Builder builder) {
    boolean hasBaseUrl = isGiven(properties.baseUrl());
    if (properties.region() != null && hasBaseUrl) {
      throw invalid("Both visibuild.region and visibuild.base-url are set; keep one of them.");
    }
    if (properties.region() != null) {
      builder.region(properties.region());
    } else if (hasBaseUrl) {
      apply("base-url", () -> builder.baseUrl(properties.baseUrl()));
    } else {
      throw invalid(
          "No Visibuild region or base URL is configured; set visibuild.region to apac, eu or us.");
    }
  }

  private static void rateLimit(
      Visibuild.Builder builder, VisibuildProperties.@Nullable RateLimit limit) {
    if (limit == null) {
      return;
    }
    if (limit.calls() == null || limit.period() == null) {
      throw invalid(
          "Set both visibuild.rate-limit.calls and visibuild.rate-limit.period, or neither.");
    }
    apply("rate-limit", () -> builder.rateLimit(limit.calls(), limit.period()));
  }

  private static void apply(String property, Runnable setting) {
    try {
      setting.run();
    } catch (IllegalArgumentException e) {
      throw new InvalidVisibuildConfigurationException(
          "visibuild." + property + ": " + e.getMessage(), e);
    }
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static InvalidVisibuildConfigurationException invalid(String message) {
    return new InvalidVisibuildConfigurationException(message, null);
  }
}
