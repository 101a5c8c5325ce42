package visibuild.spring.actuate;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import visibuild.AccessUsage;
import visibuild.Visibuild;
import visibuild.spring.VisibuildAutoConfiguration;
import visibuild.spring.client.ClientDescriptors;

/**
 * Adds the endpoint {@code visibuild} where it is exposed, such as with {@code
 * management.endpoints.web.exposure.include=health,visibuild}.
 *
 * @since 0.1
 */
@AutoConfiguration(after = VisibuildAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnSingleCandidate(Visibuild.class)
@ImportRuntimeHints(VisibuildEndpointAutoConfiguration.Hints.class)
public class VisibuildEndpointAutoConfiguration {
  /** Made by Spring. */
  public VisibuildEndpointAutoConfiguration() {}

  @Bean
  @ConditionalOnAvailableEndpoint(VisibuildEndpoint.class)
  @ConditionalOnMissingBean
  VisibuildEndpoint visibuildEndpoint(Visibuild visibuild, AccessUsage usage) {
    return new VisibuildEndpoint(visibuild, usage);
  }

  /** Keeps the descriptors in a native image. */
  static final class Hints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
      hints.resources().registerPattern(ClientDescriptors.FILES);
    }
  }
}
