package visibuild.spring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import visibuild.AccessUsage;
import visibuild.Credential;
import visibuild.ReadAccess;
import visibuild.Visibuild;
import visibuild.WriteAccess;
import visibuild.spring.client.ClientBeanRegistrar;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/**
 * Makes a {@link Visibuild} of the properties {@code visibuild.*}, its accesses, and a bean of each
 * generated client on the class path. A bean of the program replaces the one of the same type here.
 *
 * <p>There is a {@link WriteAccess}, and a bean of each client that writes, only if {@code
 * visibuild.scope} covers writing. Clients are made when a bean that needs them is made.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnProperty(name = "visibuild.enabled", matchIfMissing = true)
@EnableConfigurationProperties({VisibuildProperties.class, UsageLogProperties.class})
@Import(ClientBeanRegistrar.class)
public class VisibuildAutoConfiguration {
  /** Made by Spring. */
  public VisibuildAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean({Credential.class, Visibuild.class})
  Credential visibuildCredential(VisibuildProperties properties, Environment environment) {
    return new CredentialFactory(properties, new SecretProperties(environment)).credential();
  }

  @Bean
  @ConditionalOnMissingBean
  AccessUsage visibuildAccessUsage() {
    return new AccessUsage();
  }

  /** Not lazy, because no bean of the program asks for it. */
  @Bean(destroyMethod = "close")
  @Lazy(false)
  UsageLog visibuildUsageLog(
      UsageLogProperties properties,
      ObjectProvider<AccessUsage> usage,
      @Value("${spring.application.name:}") String name) {
    return new UsageLog(properties, usage.getObject(), name);
  }

  /** Depends on the usage log, which is therefore closed after the last call. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  @DependsOn("visibuildUsageLog")
  Visibuild visibuild(
      VisibuildProperties properties,
      ObjectProvider<Credential> credential,
      AccessUsage usage,
      ObjectProvider<VisibuildBuilderCustomizer> customizers,
      ObjectProvider<PolicyWarningListener> policyWarnings,
      Environment environment) {
    PropertyNames.check(environment);
    Visibuild.Builder builder =
        new VisibuildFactory(properties, policyWarnings.orderedStream().toList())
            .builder(credential.getObject(), usage);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new InvalidVisibuildConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Primary, because the write access is a read access too. */
  @Bean(ClientBeanRegistrar.READ_ACCESS)
  @Primary
  @ConditionalOnSingleCandidate(Visibuild.class)
  ReadAccess visibuildReadAccess(Visibuild visibuild) {
    return visibuild.readAccess();
  }

  /** Lazy, so that a credential of the program that only reads fails no start by itself. */
  @Bean(ClientBeanRegistrar.WRITE_ACCESS)
  @Lazy
  @ConditionalOnSingleCandidate(Visibuild.class)
  @Conditional(OnWriteScope.class)
  WriteAccess visibuildWriteAccess(Visibuild visibuild) {
    return visibuild.writeAccess();
  }
}
