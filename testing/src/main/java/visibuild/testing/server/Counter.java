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
import visibuild.testing.http.Answer;
import visibuild.testing.http.Incoming;

/** Takes each request of one server to the front that serves it, and notes it down. */
final class Counter extends Dispatcher {
  private static final System.Logger LOGGER = System.getLogger(Counter.class.getName());

  private final MockWebServer server;
  private final Function<Incoming, Front> fronts;
  private final Disturbances disturbances;
  private final Journal journal;
  private final Supplier<String> requestIds;

  Counter(
      MockWebServer server,
      Function<Incoming, Front> fronts,
      Disturbances disturbances,
      Journal journal,
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
    Incoming request = Incoming.of(recorded);
    Disturbance disturbance = disturbances.next(request.path());
    Ending ending = disturbance == null ? Ending.WHOLE : disturbance.ending();
    Front.Served served = serve(request, disturbance == null ? null : disturbance.instead());
    String requestId = requestIds.get();
    int status = ending == Ending.NO_ANSWER ? 0 : served.answer().status();
    journal.add(served.note().of(status, requestId));
    Answer answer = ending.alter(served.answer().with("X-Request-Id", requestId));
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

  private Front.Served serve(Incoming request, @Nullable Answer instead) {
    Front front = fronts.apply(request);
    try {
      return front.serve(request, instead);
    } catch (RuntimeException mistake) {
      LOGGER.log(Level.ERROR, "The sandbox has a mistake, please report it.", mistake);
      return front.serve(request, Answer.html(500, "The sandbox has a mistake, please report it."));
    }
  }
}
