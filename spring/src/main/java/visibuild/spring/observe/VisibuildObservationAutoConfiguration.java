package visibuild.spring.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import visibuild.CallListener;
import visibuild.TokenListener;
import visibuild.micrometer.CallObservations;
import visibuild.micrometer.TokenMetrics;
import visibuild.spring.PolicyWarningListener;
import visibuild.spring.VisibuildAutoConfiguration;
import visibuild.spring.VisibuildBuilderCustomizer;

/**
 * Hands the events of calls and tokens to every {@link CallListener} and {@link TokenListener}
 * bean. Calls are observed if there is an {@link ObservationRegistry}, and events of tokens are
 * counted if there is a {@link MeterRegistry}.
 *
 * @since 0.1
 */
@AutoConfiguration(
    before = VisibuildAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration"
    })
public class VisibuildObservationAutoConfiguration {
  /** Made by Spring. */
  public VisibuildObservationAutoConfiguration() {}

  /** First, so that a customizer of the program can set another listener. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  VisibuildBuilderCustomizer visibuildTokenListeners(ObjectProvider<TokenListener> listeners) {
    List<TokenListener> all = listeners.orderedStream().toList();
    return builder -> {
      if (!all.isEmpty()) {
        builder.tokenListener(new TokenListeners(all));
      }
    };
  }

  /** First, so that a customizer of the program can set another listener. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  VisibuildBuilderCustomizer visibuildCallListeners(ObjectProvider<CallListener> listeners) {
    List<CallListener> all = listeners.orderedStream().toList();
    return builder -> {
      if (!all.isEmpty()) {
        builder.callListener(new CallListeners(all));
      }
    };
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  static class Calls {
    @Bean
    @ConditionalOnBean(ObservationRegistry.class)
    @ConditionalOnMissingBean
    CallObservations visibuildCallObservations(ObservationRegistry registry) {
      return new CallObservations(registry);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class TokenMeters {
    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    @ConditionalOnMissingBean
    TokenMetrics visibuildTokenMetrics(MeterRegistry registry) {
      return new TokenMetrics(registry);
    }

    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    PolicyWarningListener visibuildPolicyWarningMeter(MeterRegistry registry) {
      return denial ->
          denial
              .reasons()
              .forEach(
                  reason ->
                      registry
                          .counter(
                              "visibuild.policy.warnings",
                              "client",
                              denial.client(),
                              "reason",
                              reason)
                          .increment());
    }
  }
}
