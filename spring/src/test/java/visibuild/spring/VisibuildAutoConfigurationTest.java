package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import visibuild.ClientCredentials;
import visibuild.ClientNotPermittedException;
import visibuild.Credential;
import visibuild.InsufficientScopeException;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.WriteAccess;
import visibuild.client.TicketsWriteApi;
import visibuild.client.VisibuildClient;
import visibuild.client.VisibuildReadClient;
import visibuild.policy.PolicyEnforcer;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.TicketsApi;
import visibuild.spring.observe.VisibuildObservationAutoConfiguration;

@Tag("slow")
class VisibuildAutoConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(VisibuildAutoConfiguration.class))
          .withPropertyValues(
              "visibuild.region=apac",
              "visibuild.client-id=my-client",
              "visibuild.client-secret=my-secret",
              "visibuild.scope=read write");

  @Test
  void writeScope_givesAccessesAndAllClients() {
    runner.run(
        context -> {
          assertThat(context).hasSingleBean(Visibuild.class).hasSingleBean(WriteAccess.class);
          assertThat(context.getBean(ReadAccess.class)).isNotInstanceOf(WriteAccess.class);
          assertThat(context).hasSingleBean(ProjectsApi.class).hasSingleBean(TicketsApi.class);
          assertThat(context.getBean(TicketsApi.class)).isNotNull();
          assertThat(context.getBean(Visibuild.class).toString())
              .contains("https://app.apac.visibuild.com")
              .contains("READ_WRITE")
              .doesNotContain("my-secret");
        });
  }

  @Test
  void readScope_givesNoBeanThatWrites() {
    runner
        .withPropertyValues("visibuild.scope=read")
        .run(
            context -> {
              assertThat(context).hasSingleBean(ReadAccess.class).hasSingleBean(ProjectsApi.class);
              assertThat(context).doesNotHaveBean(WriteAccess.class);
              assertThat(context).doesNotHaveBean(TicketsApi.class);
            });
  }

  @Test
  void clients_areMadeWhenTheyAreInjected() {
    runner.run(
        context -> {
          Visibuild visibuild = context.getBean(Visibuild.class);
          assertThat(visibuild.clients()).isEmpty();
          assertThat(context.getBean(ProjectsApi.class)).isNotNull();
          assertThat(visibuild.clients()).hasToString("[ProjectsApiClient has \"read\"]");
        });
  }

  @Test
  void clientsOfTheClientModule_areBeansAndTheNarrowestIsInjected() {
    runner.run(
        context -> {
          VisibuildReadClient reader = context.getBean(VisibuildReadClient.class);
          assertThat(reader).isNotInstanceOf(VisibuildClient.class);
          assertThat(context.getBean(VisibuildClient.class)).isNotNull();
          assertThat(context.getBean(visibuild.client.TicketsApi.class))
              .isNotInstanceOf(TicketsWriteApi.class);
          assertThat(context.getBean(TicketsWriteApi.class)).isNotNull();
        });
    runner
        .withPropertyValues("visibuild.scope=read")
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(VisibuildReadClient.class)
                    .doesNotHaveBean(VisibuildClient.class));
  }

  @Test
  void contextClose_closesTheConnection() {
    Visibuild[] closed = new Visibuild[1];
    runner.run(context -> closed[0] = context.getBean(Visibuild.class));
    assertThat(closed[0]).isNotNull();
    assertThatThrownBy(closed[0]::checkToken).hasMessageContaining("closed");
  }

  @Test
  void customizer_changesTheBuilderAfterTheProperties() {
    runner
        .withBean(
            VisibuildBuilderCustomizer.class, () -> builder -> builder.baseUrl("https://acme.test"))
        .run(
            context ->
                assertThat(context.getBean(Visibuild.class).toString())
                    .contains("https://acme.test"));
  }

  @Test
  void beansOfTheProgram_replaceTheConfiguredOnes() {
    runner
        .withUserConfiguration(OwnBeans.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(Credential.class);
              assertThat(context.getBean(Visibuild.class).toString()).contains("own-id");
              assertThat(context).hasSingleBean(ProjectsApi.class);
              assertThat(context.getBean(ProjectsApi.class)).isSameAs(OwnBeans.PROJECTS);
            });
  }

  @Test
  void ownCredentialThatOnlyReads_failsOnlyWhereAWriteIsInjected() {
    ApplicationContextRunner own =
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(VisibuildAutoConfiguration.class))
            .withPropertyValues("visibuild.region=eu")
            .withUserConfiguration(OwnBeans.class);
    own.run(context -> assertThat(context).hasNotFailed());
    own.withBean(NeedsWrite.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .isInstanceOf(UnsatisfiedDependencyException.class)
                    .hasRootCauseInstanceOf(InsufficientScopeException.class));
  }

  @Test
  void policyInWarnMode_createsTheClientAndInformsListeners(@TempDir Path folder)
      throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("policy.json"), "{\"version\": 1, \"highestScope\": \"READ\"}");
    List<PolicyEnforcer.Denial> denials = new ArrayList<>();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ApplicationContextRunner withPolicy =
        runner
            .withConfiguration(AutoConfigurations.of(VisibuildObservationAutoConfiguration.class))
            .withBean(MeterRegistry.class, () -> meters)
            .withBean(PolicyWarningListener.class, () -> denials::add)
            .withPropertyValues("visibuild.policy=" + policy);

    withPolicy.run(
        context ->
            assertThatThrownBy(() -> context.getBean(TicketsApi.class))
                .hasRootCauseInstanceOf(ClientNotPermittedException.class));
    assertThat(denials).isEmpty();

    withPolicy
        .withPropertyValues("visibuild.policy-mode=warn")
        .run(context -> assertThat(context.getBean(TicketsApi.class)).isNotNull());
    assertThat(denials)
        .singleElement()
        .satisfies(denial -> assertThat(denial.reasons()).containsExactly("scope-too-high"));
    assertThat(
            meters
                .get("visibuild.policy.warnings")
                .tag("reason", "scope-too-high")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void disabled_configuresNothing() {
    runner
        .withPropertyValues("visibuild.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(Visibuild.class));
  }

  @Test
  void environmentVariablesOfTheRuntime_areTheProperties() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(VisibuildAutoConfiguration.class))
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "test-systemEnvironment",
                            Map.of(
                                "VISIBUILD_BASE_URL", "https://acme.test",
                                "VISIBUILD_TOKEN", "legacy",
                                "VISIBUILD_TOKEN_EXPIRES", "2999-05-31",
                                "VISIBUILD_SCOPE", "read write"))))
        .run(
            context ->
                assertThat(context.getBean(Visibuild.class).toString())
                    .contains("https://acme.test")
                    .contains("LegacyToken")
                    .contains("2999-06-01"));
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnBeans {
    static final ProjectsApi PROJECTS =
        () -> {
          throw new UnsupportedOperationException();
        };

    @Bean
    Credential credential() {
      return ClientCredentials.of("own-id", () -> "rotated", Scope.READ);
    }

    @Bean
    ProjectsApi projects() {
      return PROJECTS;
    }
  }

  record NeedsWrite(TicketsApi tickets) {}
}
