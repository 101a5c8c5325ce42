package visibuild.spring.actuate;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import visibuild.Visibuild;
import visibuild.spring.VisibuildAutoConfiguration;
import visibuild.spring.VisibuildProperties;

/**
 * Adds a health indicator, unless {@code management.health.visibuild.enabled} is false. Needs
 * Spring Boot 4.
 *
 * @since 0.1
 */
@AutoConfiguration(after = VisibuildAutoConfiguration.class)
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("visibuild")
@ConditionalOnSingleCandidate(Visibuild.class)
public class VisibuildHealthAutoConfiguration {
  /** Made by Spring. */
  public VisibuildHealthAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(name = "visibuildHealthIndicator")
  HealthContributor visibuildHealthIndicator(Visibuild visibuild, VisibuildProperties properties) {
    return new VisibuildHealthIndicator(visibuild, properties.health().callApi());
  }
}
