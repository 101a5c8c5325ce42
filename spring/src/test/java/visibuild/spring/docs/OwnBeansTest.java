package visibuild.spring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.HttpOptions;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.spring.VisibuildAutoConfiguration;
import visibuild.spring.VisibuildBuilderCustomizer;

/** The tutorial's beans of a program. */
class OwnBeansTest {
  @Test
  void credentialAndCustomizerOfTheProgram_areUsed() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(VisibuildAutoConfiguration.class))
        .withUserConfiguration(Program.class)
        .withPropertyValues("visibuild.region=eu", "visibuild.scope=read")
        .run(
            context ->
                assertThat(context.getBean(Visibuild.class).toString()).contains("acme-desk"));
  }

  interface SecretStore {
    String read(String name);
  }

  @Configuration(proxyBeanMethods = false)
  static class Program {
    @Bean
    SecretStore store() {
      return name -> "secret of " + name;
    }

    @Bean
    VisibuildBuilderCustomizer connections() {
      return builder -> builder.http(HttpOptions.defaults().maxConcurrentRequests(16));
    }

    @Bean
    Credential credential(SecretStore store) {
      return ClientCredentials.of("acme-desk", () -> store.read("visibuild"), Scope.READ);
    }
  }
}
