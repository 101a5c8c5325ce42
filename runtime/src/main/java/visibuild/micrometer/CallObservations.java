package visibuild.micrometer;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import visibuild.CallEvent;
import visibuild.CallInfo;
import visibuild.CallListener;
import visibuild.VisibuildException;

/**
 * Turns calls into Micrometer observations: timers, and with a tracing bridge spans.
 *
 * <pre>{@code
 * Visibuild.builder().callListener(new CallObservations(observationRegistry))
 * }</pre>
 *
 * <p>There are two observations:
 *
 * <ul>
 *   <li>{@code visibuild.calls}: one for each call, a child of the observation that is current
 *       where the call is made. Waits and pages are its events {@code token.wait}, {@code
 *       rate.limit.wait}, {@code retry.wait} and {@code page}.
 *   <li>{@code visibuild.attempts}: one for each request, a child of its call. With tracing it is a
 *       client span whose context travels in the request's {@code traceparent} header.
 * </ul>
 *
 * <p>Tags of both, all of low cardinality: {@code http.request.method}, {@code url.template},
 * {@code http.response.status_code}, {@code error.type}, {@code visibuild.client} and {@code
 * visibuild.method}, with the value {@code none} if there is none. A call also has {@code
 * visibuild.scope} and {@code outcome}. An attempt also has {@code server.address} and {@code
 * server.port}; its span also has {@code http.request.resend_count} if it is a repetition. The
 * names are those of OpenTelemetry's semantic conventions for HTTP client spans. No tag holds an
 * argument or a secret.
 *
 * <p>Needs {@code io.micrometer:micrometer-observation}, which the runtime does not bring along.
 * Safe for use by several threads.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">Semantic conventions
 *     for HTTP spans</a>
 * @since 0.1
 */
// A program that uses this requires the library anyway; passed on, every module would need it.
@SuppressWarnings("exports")
public final class CallObservations implements CallListener {
  private static final String CALLS = "visibuild.calls";
  private static final String ATTEMPTS = "visibuild.attempts";
  private static final String NONE = "none";

  private final ObservationRegistry registry;
  private final Map<CallInfo, Running> running = new ConcurrentHashMap<>();

  /** The observations of one call that have not ended. */
  private static final class Running {
    private final Observation call;
    private volatile @Nullable Observation attempt;

    Running(Observation call) {
      this.call = call;
    }
  }

  /** Makes a listener that observes in {@code registry}. */
  public CallObservations(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void on(CallEvent event) {
    if (event instanceof CallEvent.Started) {
      start(event.call());
      return;
    }
    @Nullable Running call = running.get(event.call());
    if (call == null) {
      return;
    }
    if (event instanceof CallEvent.AttemptStarted started) {
      startAttempt(call, started);
    } else if (event instanceof CallEvent.AttemptEnded ended) {
      endAttempt(call, ended);
    } else if (event instanceof CallEvent.TokenAwaited) {
      call.call.event(Observation.Event.of("token.wait"));
    } else if (event instanceof CallEvent.RateLimitAwaited) {
      call.call.event(Observation.Event.of("rate.limit.wait"));
    } else if (event instanceof CallEvent.RetryAwaited) {
      call.call.event(Observation.Event.of("retry.wait"));
    } else if (event instanceof CallEvent.PageFetched) {
      call.call.event(Observation.Event.of("page"));
    } else if (event instanceof CallEvent.Ended ended) {
      end(call, ended);
    }
  }

  private void start(CallInfo info) {
    Observation call =
        Observation.createNotStarted(CALLS, registry)
            .contextualName(name(info))
            .lowCardinalityKeyValues(common(info, 0, null))
            .lowCardinalityKeyValue("visibuild.scope", info.scope().parameter())
            .lowCardinalityKeyValue("outcome", NONE);
    running.put(info, new Running(call));
    call.start();
  }

  private void startAttempt(Running call, CallEvent.AttemptStarted started) {
    CallInfo info = started.call();
    SenderContext<BiConsumer<String, String>> context =
        new SenderContext<>(
            (carrier, name, value) -> {
              if (carrier != null) {
                carrier.accept(name, value);
              }
            },
            Kind.CLIENT);
    context.setCarrier(started.headers());
    context.setRemoteServiceName("visibuild");
    Observation attempt =
        Observation.createNotStarted(ATTEMPTS, () -> context, registry)
            .contextualName(info.verb() + " " + info.path())
            .parentObservation(call.call)
            .lowCardinalityKeyValues(common(info, 0, null))
            .lowCardinalityKeyValue("server.address", info.host())
            .lowCardinalityKeyValue("server.port", Integer.toString(info.port()));
    if (started.resendCount() > 0) {
      attempt.highCardinalityKeyValue(
          "http.request.resend_count", Integer.toString(started.resendCount()));
    }
    call.attempt = attempt;
    attempt.start();
  }

  private static void endAttempt(Running call, CallEvent.AttemptEnded ended) {
    @Nullable Observation attempt = call.attempt;
    if (attempt != null) {
      call.attempt = null;
      attempt.lowCardinalityKeyValues(common(ended.call(), ended.status(), ended.failure()));
      if (ended.failure() != null || ended.status() >= 400) {
        attempt.error(new FailedAttempt(errorType(ended.status(), ended.failure())));
      }
      attempt.stop();
    }
  }

  private void end(Running call, CallEvent.Ended ended) {
    running.remove(ended.call());
    @Nullable Throwable failure = ended.failure();
    @Nullable String type = failure == null ? null : failure.getClass().getSimpleName();
    call.call
        .lowCardinalityKeyValues(common(ended.call(), ended.status(), type))
        .lowCardinalityKeyValue("outcome", outcome(ended));
    if (failure instanceof VisibuildException) {
      call.call.error(failure);
    } else if (failure != null) {
      // The message of another exception may come from the program, so it is left out.
      call.call.error(new FailedAttempt(failure.getClass().getSimpleName()));
    }
    call.call.stop();
  }

  private static KeyValues common(CallInfo info, int status, @Nullable String failure) {
    return KeyValues.of(
        KeyValue.of("visibuild.client", client(info)),
        KeyValue.of("visibuild.method", info.method() == null ? NONE : info.method()),
        KeyValue.of("http.request.method", info.verb()),
        KeyValue.of("url.template", info.path()),
        KeyValue.of("http.response.status_code", status == 0 ? NONE : Integer.toString(status)),
        KeyValue.of("error.type", errorType(status, failure)));
  }

  /** The convention's value: the exception's type, else the status if it is an error. */
  private static String errorType(int status, @Nullable String failure) {
    if (failure != null) {
      return failure;
    }
    return status >= 400 ? Integer.toString(status) : NONE;
  }

  private static String outcome(CallEvent.Ended ended) {
    int status = ended.status();
    if (ended.failure() == null) {
      return status >= 400 ? errorClass(status) : "SUCCESS";
    }
    return status >= 400 ? errorClass(status) : "FAILED";
  }

  private static String errorClass(int status) {
    return status >= 500 ? "SERVER_ERROR" : "CLIENT_ERROR";
  }

  private static String name(CallInfo info) {
    return info.client() == null
        ? info.verb() + " " + info.path()
        : client(info) + "." + info.method();
  }

  private static String client(CallInfo info) {
    String client = info.client();
    return client == null ? NONE : client.substring(client.lastIndexOf('.') + 1);
  }

  /** Marks a span as failed. Has no stack trace, since it is thrown nowhere. */
  private static final class FailedAttempt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedAttempt(String type) {
      super(type, null, false, false);
    }
  }
}
