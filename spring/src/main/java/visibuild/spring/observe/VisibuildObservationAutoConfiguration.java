package visibuild.spring.observe;

import io.micrometer.core.instrument.MeterRegistry;
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
import visibuild.TokenListener;
import visibuild.micrometer.TokenMetrics;
import visibuild.spring.VisibuildAutoConfiguration;
import visibuild.spring.VisibuildBuilderCustomizer;

/**
 * Gives the events of tokens to every {@link TokenListener} bean, and counts them if there is a
 * {@link MeterRegistry}.
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
        builder.tokenListener(event -> all.forEach(listener -> listener.on(event)));
      }
    };
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
  }
}
