package visibuild.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.TicketsApi;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;

@SpringBootTest(properties = {"visibuild.region=apac", "visibuild.token=replaced"})
@AutoConfigureVisibuildSandbox
class SandboxTest {
  @Autowired VisibuildSandbox sandbox;
  @Autowired ProjectsApi projects;
  @Autowired TicketsApi tickets;

  @Test
  void programWithoutScope_readsAndWritesOnTheSandbox() {
    String project = projects.all().get(0).id();
    tickets.create(new TicketsApi.NewTicket("Door does not close", project));
    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::tokenScope)
        .containsExactly("read", "read write");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Program {}
}
