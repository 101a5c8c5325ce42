package visibuild.spring.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import visibuild.CallEvent;
import visibuild.CallListener;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.test.AutoConfigureVisibuildSandbox;

@Tag("slow")
@SpringBootTest(
    properties = {
      "management.defaults.metrics.export.enabled=false",
      "management.simple.metrics.export.enabled=true"
    })
@AutoConfigureVisibuildSandbox
class ObservationTest {
  @Autowired ProjectsApi projects;
  @Autowired MeterRegistry meters;
  @Autowired List<CallEvent> events;

  @Test
  void registriesOfTheProgram_getTimersOfCallsWithoutConfiguration() {
    projects.all();
    assertThat(meters.get("visibuild.calls").tag("outcome", "SUCCESS").timer().count())
        .isPositive();
    assertThat(meters.get("visibuild.attempts").timer().count()).isPositive();
    assertThat(events).as("a listener of the program gets events too").isNotEmpty();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Program {
    @Bean
    List<CallEvent> events() {
      return new CopyOnWriteArrayList<>();
    }

    @Bean
    CallListener recorder(List<CallEvent> events) {
      return events::add;
    }
  }
}
