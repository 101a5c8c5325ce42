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
import visibuild.spring.test.AutoConfigureVisibuildSandbox;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

@SpringBootTest(properties = {"visibuild.health.call-api=true", "visibuild.retries=0"})
@AutoConfigureVisibuildSandbox
class ApiHealthTest {
  @Autowired VisibuildSandbox sandbox;
  @Autowired HealthIndicator visibuildHealthIndicator;

  @Test
  void healthOnRequest_readsOneProject() {
    Health up = visibuildHealthIndicator.health();
    assertThat(up.getStatus()).isEqualTo(Status.UP);
    assertThat(up.getDetails()).containsEntry("api", "status 200");
    assertThat(sandbox.apiRequests()).hasSize(1);
    sandbox.fail(Fault.status(500));
    Health down = visibuildHealthIndicator.health();
    assertThat(down.getStatus()).isEqualTo(Status.DOWN);
    assertThat(down.getDetails().get("error")).asString().contains("500");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Program {}
}
