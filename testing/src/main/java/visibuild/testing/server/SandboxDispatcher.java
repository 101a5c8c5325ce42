package visibuild.testing.server;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** Takes each request of one server to the endpoint that serves it, and notes it down. */
final class SandboxDispatcher extends Dispatcher {
  private static final System.Logger LOGGER = System.getLogger(SandboxDispatcher.class.getName());

  private final MockWebServer server;
  private final Function<SandboxHttpRequest, Endpoint> endpoints;
  private final FaultRules faultRules;
  private final RequestLog log;
  private final Supplier<String> requestIds;

  SandboxDispatcher(
      MockWebServer server,
      Function<SandboxHttpRequest, Endpoint> endpoints,
      FaultRules faultRules,
      RequestLog log,
      Supplier<String> requestIds) {
    this.server = server;
    this.endpoints = endpoints;
    this.faultRules = faultRules;
    this.log = log;
    this.requestIds = requestIds;
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
    discardRecordedRequest();
    SandboxHttpRequest request = SandboxHttpRequest.of(recorded);
    FaultRule rule = faultRules.next(request.path());
    ResponseEnding ending = rule == null ? ResponseEnding.WHOLE : rule.ending();
    Endpoint.Served served = serve(request, rule == null ? null : rule.instead());
    String requestId = requestIds.get();
    int status = ending == ResponseEnding.NO_RESPONSE ? 0 : served.response().status();
    log.add(served.note().of(status, requestId));
    SandboxHttpResponse ended = ending.alter(served.response().with("X-Request-Id", requestId));
    MockResponse.Builder response = ended.toResponse(request.isHead());
    if ("close".equalsIgnoreCase(request.headers().get("Connection"))) {
      response
          .setHeader("Connection", "close")
          .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
    }
    ending.apply(response);
    return response.build();
  }

  /** The server keeps each request with its body for a test that may ask for it; none here does. */
  private void discardRecordedRequest() throws InterruptedException {
    server.takeRequest(0, TimeUnit.MILLISECONDS);
  }

  private Endpoint.Served serve(SandboxHttpRequest request, @Nullable SandboxHttpResponse instead) {
    Endpoint endpoint = endpoints.apply(request);
    try {
      return endpoint.serve(request, instead);
    } catch (RuntimeException mistake) {
      LOGGER.log(Level.ERROR, "The sandbox has a mistake, please report it.", mistake);
      return endpoint.serve(
          request, SandboxHttpResponse.html(500, "The sandbox has a mistake, please report it."));
    }
  }
}
