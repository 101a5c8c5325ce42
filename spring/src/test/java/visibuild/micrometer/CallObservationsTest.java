package visibuild.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.ProjectsApiClient;
import visibuild.spring.fixture.TicketsApi;
import visibuild.spring.fixture.TicketsApiClient;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

@Tag("slow")
class CallObservationsTest {
  private final TestObservationRegistry registry = TestObservationRegistry.create();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final AtomicInteger running = new AtomicInteger();
  private final List<Observation.Context> stopped = new CopyOnWriteArrayList<>();
  private Visibuild visibuild;

  @BeforeEach
  void connect() {
    registry.observationConfig().observationHandler(counter());
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    visibuild =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ_WRITE))
            .clock(sandbox.clock())
            .retries(1)
            .callListener(new CallObservations(registry))
            .build();
  }

  @AfterEach
  void close() {
    visibuild.close();
    sandbox.close();
  }

  @Test
  void call_isATimerWithLowCardinalityTags() {
    ProjectsApiClient.create(visibuild.readAccess()).all();
    Timer timer =
        meters
            .get("visibuild.calls")
            .tags(
                "visibuild.client", "ProjectsApi",
                "visibuild.method", "list",
                "http.request.method", "GET",
                "url.template", "api/core/v1/projects",
                "http.response.status_code", "200",
                "visibuild.scope", "read",
                "outcome", "SUCCESS",
                "error.type", "none")
            .timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(meters.get("visibuild.attempts").timer().count()).isEqualTo(1);
    assertThat(meters.get("visibuild.calls.page").counter().count()).isEqualTo(1);
    assertThat(meters.get("visibuild.calls.token.wait").counter().count()).isEqualTo(1);
  }

  @Test
  void retriedCall_isOneCallWithTwoAttempts() {
    sandbox.fail(Fault.status(503));
    ProjectsApiClient.create(visibuild.readAccess()).all();
    TestObservationRegistryAssert.assertThat(registry)
        .hasNumberOfObservationsWithNameEqualTo("visibuild.calls", 1)
        .hasNumberOfObservationsWithNameEqualTo("visibuild.attempts", 2)
        .hasAnObservationWithAKeyValue("http.request.resend_count", "1")
        .hasAnObservationWithAKeyValue("error.type", "503");
    assertThat(meters.get("visibuild.calls.retry.wait").counter().count()).isEqualTo(1);
  }

  @Test
  void call_isAChildOfTheObservationAroundIt() {
    Observation outer = Observation.start("outer", registry);
    outer.scoped(() -> ProjectsApiClient.create(visibuild.readAccess()).all());
    outer.stop();
    TestObservationRegistryAssert.assertThat(registry)
        .hasObservationWithNameEqualTo("visibuild.calls")
        .that()
        .hasParentObservationEqualTo(outer);
  }

  static Stream<Fault> faults() {
    return Stream.of(
        Fault.rateLimited(Duration.ofSeconds(0)),
        Fault.status(400),
        Fault.status(401),
        Fault.status(403),
        Fault.status(404),
        Fault.status(409),
        Fault.status(422),
        Fault.status(500),
        Fault.status(502),
        Fault.status(503),
        Fault.disconnected(),
        Fault.responseLost(),
        Fault.responseTruncated(),
        Fault.malformedBody(),
        Fault.status(400).at("/oauth/token"),
        Fault.status(503).at("/oauth/token"));
  }

  /** Every fault, on a read and on a write: all observations end, and no tag holds a secret. */
  @ParameterizedTest
  @MethodSource("faults")
  void everyFault_endsAllObservationsWithoutASecret(Fault fault) {
    sandbox.fail(fault.times(3));
    Throwable read = catchThrowable(() -> projects().all());
    sandbox.heal();
    sandbox.fail(fault.times(3));
    Throwable write =
        catchThrowable(
            () -> tickets().create(new TicketsApi.NewTicket("argument-4711", "project-4711")));
    assertThat(running).as("observations that did not stop").hasValue(0);
    String[] secrets = {
      "argument-4711",
      "project-4711",
      sandbox.environment(Scope.READ_WRITE).get("VISIBUILD_CLIENT_SECRET"),
      "Bearer"
    };
    assertThat(stopped)
        .isNotEmpty()
        .allSatisfy(context -> assertThat(text(context)).doesNotContain(secrets));
    String outcomes =
        meters.get("visibuild.calls").timers().stream()
            .map(timer -> timer.getId().getTag("outcome"))
            .collect(Collectors.joining(","));
    assertThat(outcomes).isNotEmpty().doesNotContain("none");
    if (read != null || write != null) {
      assertThat(outcomes).containsAnyOf("CLIENT_ERROR", "SERVER_ERROR", "FAILED");
    }
  }

  private static String text(Observation.Context context) {
    return Stream.concat(
                context.getLowCardinalityKeyValues().stream(),
                context.getHighCardinalityKeyValues().stream())
            .map(KeyValue::toString)
            .collect(Collectors.joining(" "))
        + context.getName()
        + context.getContextualName()
        + context.getError();
  }

  private ObservationHandler<Observation.Context> counter() {
    return new ObservationHandler<>() {
      @Override
      public void onStart(Observation.Context context) {
        running.incrementAndGet();
      }

      @Override
      public void onStop(Observation.Context context) {
        running.decrementAndGet();
        stopped.add(context);
      }

      @Override
      public boolean supportsContext(Observation.Context context) {
        return true;
      }
    };
  }

  private ProjectsApi projects() {
    return ProjectsApiClient.create(visibuild.readAccess());
  }

  private TicketsApi tickets() {
    return TicketsApiClient.create(visibuild.writeAccess());
  }
}
