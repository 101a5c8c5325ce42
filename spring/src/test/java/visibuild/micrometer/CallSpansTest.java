package visibuild.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.ProjectsApiClient;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

/** Spans as OpenTelemetry's SDK exports them. */
class CallSpansTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
  private final List<String> traceparents = new CopyOnWriteArrayList<>();
  private final Visibuild visibuild = connect();

  @AfterEach
  void close() {
    visibuild.close();
    sandbox.close();
    provider.close();
  }

  @Test
  void retriedCall_hasASpanForTheCallAndOneForEachAttempt() {
    sandbox.fail(Fault.status(503));
    ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
    projects.all();

    SpanData call = named("ProjectsApi.list").get(0);
    List<SpanData> attempts = named("GET api/core/v1/projects");
    assertThat(call.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(call.getEvents())
        .extracting(event -> event.getName())
        .contains("token.wait", "retry.wait", "page");
    assertThat(attempts)
        .hasSize(2)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.getKind()).isEqualTo(SpanKind.CLIENT);
              assertThat(attempt.getParentSpanId()).isEqualTo(call.getSpanId());
              assertThat(attempt.getTraceId()).isEqualTo(call.getTraceId());
              assertThat(attribute(attempt, "http.request.method")).isEqualTo("GET");
              assertThat(attribute(attempt, "url.template")).isEqualTo("api/core/v1/projects");
              assertThat(attribute(attempt, "server.address")).isEqualTo("127.0.0.1");
            });
    assertThat(attribute(attempts.get(0), "http.response.status_code")).isEqualTo("503");
    assertThat(attribute(attempts.get(0), "error.type")).isEqualTo("503");
    assertThat(attempts.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attribute(attempts.get(0), "http.request.resend_count")).isNull();
    assertThat(attribute(attempts.get(1), "http.request.resend_count")).isEqualTo("1");
    assertThat(attempts.get(1).getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
  }

  @Test
  void eachAttempt_carriesItsOwnTraceparent() {
    sandbox.fail(Fault.status(503));
    ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
    projects.all();
    assertThat(traceparents)
        .map(value -> value.substring(0, value.lastIndexOf('-')))
        .containsExactlyElementsOf(
            named("GET api/core/v1/projects").stream()
                .map(span -> "00-" + span.getTraceId() + "-" + span.getSpanId())
                .toList())
        .doesNotHaveDuplicates();
  }

  private Visibuild connect() {
    OtelCurrentTraceContext current = new OtelCurrentTraceContext();
    Tracer otel = provider.get("test");
    OtelTracer tracer = new OtelTracer(otel, current, event -> {});
    ContextPropagators propagators =
        ContextPropagators.create(W3CTraceContextPropagator.getInstance());
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(
            new FirstMatchingCompositeObservationHandler(
                new PropagatingSenderTracingObservationHandler<>(
                    tracer, new OtelPropagator(propagators, otel)),
                new DefaultTracingObservationHandler(tracer)));
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  traceparents.add(chain.request().header("traceparent"));
                  return chain.proceed(chain.request());
                })
            .build();
    return Visibuild.builder()
        .baseUrl(sandbox.baseUrl())
        .credential(sandbox.clientCredentials(Scope.READ))
        .clock(sandbox.clock())
        .retries(1)
        .httpClient(http)
        .callListener(new CallObservations(registry))
        .build();
  }

  private List<SpanData> named(String name) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }

  private static String attribute(SpanData span, String name) {
    return span.getAttributes().get(AttributeKey.stringKey(name));
  }
}
