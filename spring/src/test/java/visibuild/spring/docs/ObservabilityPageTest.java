package visibuild.spring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import visibuild.CallEvent;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.client.ProjectsApiClient;
import visibuild.micrometer.CallObservations;
import visibuild.micrometer.TokenMetrics;
import visibuild.testing.VisibuildSandbox;

/** The page names every event, every meter and every tag. */
class ObservabilityPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "observability.md");
  private static final Logger log = LoggerFactory.getLogger(ObservabilityPageTest.class);

  @Test
  void eventsTable_hasEveryEvent() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(Arrays.stream(CallEvent.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .allSatisfy(event -> assertThat(page).contains("| `" + event + "` |"));
  }

  @Test
  void tagsTables_haveEveryMeterAndTag() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Meter meter : metersOfACall().getMeters()) {
      names.add(meter.getId().getName());
      names.addAll(meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet()));
    }
    String page = Files.readString(PAGE);
    // Micrometer's own timers of what is running carry the suffix.
    names.removeIf(name -> name.endsWith(".active"));
    assertThat(names).contains("visibuild.calls", "visibuild.attempts", "outcome");
    assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void examples_build() {
    ObservationRegistry registry = ObservationRegistry.create();
    MeterRegistry meters = new SimpleMeterRegistry();
    Instrumentation instrumentation = client -> client;
    Visibuild.builder().callListener(event -> log.info("{}", event));
    Visibuild.builder().callListener(new CallObservations(registry));
    Visibuild.builder().callFactory(instrumentation::newCallFactory);
    Visibuild.builder().tokenListener(new TokenMetrics(meters));
    assertThat(meters.getMeters()).as("nothing is counted before a connection").isEmpty();
  }

  /** The shape of OpenTelemetry's OkHttpTelemetry. */
  interface Instrumentation {
    Call.Factory newCallFactory(OkHttpClient client);
  }

  private static MeterRegistry metersOfACall() {
    MeterRegistry meters = new SimpleMeterRegistry();
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    try (VisibuildSandbox sandbox = VisibuildSandbox.start();
        Visibuild visibuild =
            Visibuild.builder()
                .baseUrl(sandbox.baseUrl())
                .credential(sandbox.clientCredentials(Scope.READ))
                .clock(sandbox.clock())
                .callListener(new CallObservations(registry))
                .build()) {
      assertThat(ProjectsApiClient.create(visibuild.readAccess()).list().stream()).isNotEmpty();
    }
    return meters;
  }
}
