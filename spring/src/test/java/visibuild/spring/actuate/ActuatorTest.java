package visibuild.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.TicketsApi;
import visibuild.spring.test.AutoConfigureVisibuildSandbox;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

@SpringBootTest(properties = "management.endpoints.web.exposure.include=*")
@AutoConfigureVisibuildSandbox
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class ActuatorTest {
  @Autowired VisibuildSandbox sandbox;
  @Autowired ProjectsApi projects;
  @Autowired TicketsApi tickets;
  @Autowired VisibuildEndpoint endpoint;

  @Autowired HealthIndicator visibuildHealthIndicator;

  @Test
  void health_isUpWithATokenAndWithoutAnApiCall() {
    Health health = visibuildHealthIndicator.health();
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails()).containsEntry("scope", "read write");
    assertThat(sandbox.tokenRequests()).hasSize(1);
    assertThat(sandbox.apiRequests()).isEmpty();
    visibuildHealthIndicator.health();
    assertThat(sandbox.tokenRequests()).as("the cached token is used again").hasSize(1);
  }

  @Test
  void health_isDownIfNoTokenCanBeHad() {
    sandbox.fail(Fault.status(400).at("/oauth/token").times(20));
    Health health = visibuildHealthIndicator.health();
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails().get("error")).asString().contains("400");
  }

  @Test
  void endpoint_listsClientsScopesAndUnusedWriteAccess() {
    projects.all();
    assertThat(tickets).isNotNull();
    VisibuildEndpoint.Report report = endpoint.report();
    assertThat(report.scope()).isEqualTo("read write");
    assertThat(report.clients())
        .contains(
            new VisibuildEndpoint.Client(
                ProjectsApi.class.getName(), ProjectsApi.class.getName() + "Client", "read", true));
    assertThat(report.calls())
        .singleElement()
        .satisfies(calls -> assertThat(calls.method()).isEqualTo("list"));
    assertThat(report.unusedWriteAccess()).containsExactly(TicketsApi.class.getName() + "Client");
    tickets.create(new TicketsApi.NewTicket("Door", projects.all().get(0).id()));
    assertThat(endpoint.report().unusedWriteAccess()).isEmpty();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Program {}
}
