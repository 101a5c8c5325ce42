package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Visibuild's server: issues tokens that live an hour, and takes those that are valid. */
final class VirtualServer {
  private static final MediaType JSON = MediaType.get("application/json");

  /** The round trip of a token request. */
  private static final Duration DELAY = Duration.ofMillis(300);

  private final VirtualTime time;
  private final boolean revokesOlder;
  private final List<Duration> requests = new ArrayList<>();

  /**
   * Makes a server.
   *
   * @param revokesOlder whether a new token revokes earlier ones, as Doorkeeper can be configured
   */
  VirtualServer(VirtualTime time, boolean revokesOlder) {
    this.time = time;
    this.revokesOlder = revokesOlder;
  }

  /** Returns a client that sends its token requests to this server. */
  OkHttpClient client() {
    Dispatcher dispatcher = new Dispatcher(new VirtualThreads(time, DELAY));
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return new OkHttpClient.Builder().dispatcher(dispatcher).addInterceptor(this::respond).build();
  }

  /** When tokens were asked for. */
  List<Duration> requests() {
    return requests;
  }

  /** Returns whether a call with this header is accepted. The runtime watches the expiry. */
  boolean accepts(String authorization) {
    return !revokesOlder || authorization.equals("Bearer token-" + requests.size());
  }

  private Response respond(Interceptor.Chain chain) {
    requests.add(time.passed());
    String json =
        "{\"access_token\": \"token-%d\", \"token_type\": \"Bearer\", \"expires_in\": 3600, \"scope\": \"read\"}"
            .formatted(requests.size());
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(json, JSON))
        .build();
  }
}
