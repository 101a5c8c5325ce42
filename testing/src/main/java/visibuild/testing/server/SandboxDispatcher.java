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

/** Takes each request of one server to the front that serves it, and notes it down. */
final class SandboxDispatcher extends Dispatcher {
  private static final System.Logger LOGGER = System.getLogger(SandboxDispatcher.class.getName());

  private final MockWebServer server;
  private final Function<SandboxHttpRequest, Endpoint> fronts;
  private final FaultRules disturbances;
  private final RequestLog journal;
  private final Supplier<String> requestIds;

  SandboxDispatcher(
      MockWebServer server,
      Function<SandboxHttpRequest, Endpoint> fronts,
      FaultRules disturbances,
      RequestLog journal,
      Supplier<String> requestIds) {
    this.server = server;
    this.fronts = fronts;
    this.disturbances = disturbances;
    this.journal = journal;
    this.requestIds = requestIds;
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
    forgetOne();
    SandboxHttpRequest request = SandboxHttpRequest.of(recorded);
    FaultRule disturbance = disturbances.next(request.path());
    ResponseEnding ending = disturbance == null ? ResponseEnding.WHOLE : disturbance.ending();
    Endpoint.Served served = serve(request, disturbance == null ? null : disturbance.instead());
    String requestId = requestIds.get();
    int status = ending == ResponseEnding.NO_ANSWER ? 0 : served.answer().status();
    journal.add(served.note().of(status, requestId));
    SandboxHttpResponse answer = ending.alter(served.answer().with("X-Request-Id", requestId));
    MockResponse.Builder response = answer.toResponse(request.isHead());
    if ("close".equalsIgnoreCase(request.headers().get("Connection"))) {
      response
          .setHeader("Connection", "close")
          .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
    }
    ending.befall(response);
    return response.build();
  }

  /** The server keeps each request with its body for a test that may ask for it; none here does. */
  private void forgetOne() throws InterruptedException {
    server.takeRequest(0, TimeUnit.MILLISECONDS);
  }

  private Endpoint.Served serve(SandboxHttpRequest request, @Nullable SandboxHttpResponse instead) {
    Endpoint front = fronts.apply(request);
    try {
      return front.serve(request, instead);
    } catch (RuntimeException mistake) {
      LOGGER.log(Level.ERROR, "The sandbox has a mistake, please report it.", mistake);
      return front.serve(
          request, SandboxHttpResponse.html(500, "The sandbox has a mistake, please report it."));
    }
  }
}
