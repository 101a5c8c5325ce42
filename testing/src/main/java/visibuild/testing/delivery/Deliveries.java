package visibuild.testing.delivery;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts events to receivers on the loopback: at once, or in the background by one daemon thread
 * with a bounded queue. Safe for use by several threads.
 */
public final class Deliveries implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(Deliveries.class.getName());
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int QUEUE_LENGTH = 1000;

  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .dns(Deliveries::loopbackAddress)
          .proxy(Proxy.NO_PROXY)
          .followRedirects(false)
          .retryOnConnectionFailure(false)
          .callTimeout(TIMEOUT)
          .build();
  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE_LENGTH),
          task -> {
            Thread thread = new Thread(task, "visibuild-sandbox-webhooks");
            thread.setDaemon(true);
            return thread;
          });

  /** Creates a sender. Its thread starts with the first delivery in the background. */
  public Deliveries() {
    background.allowCoreThreadTimeOut(true);
  }

  /** Returns whether {@code url} names a host of the loopback, as text: no name is resolved. */
  public static boolean isLoopback(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    return parsed != null && isLoopbackHost(parsed.host());
  }

  /**
   * Posts {@code body} and returns the status of the response.
   *
   * @throws IllegalArgumentException if {@code url} is not on the loopback
   * @throws IOException if no response comes within 10 seconds
   */
  public int post(String url, byte[] body, Map<String, String> headers) throws IOException {
    if (!isLoopback(url)) {
      throw new IllegalArgumentException(
          "The sandbox delivers events to the loopback only, and " + url + " is another host.");
    }
    Request request =
        new Request.Builder()
            .url(url)
            .headers(Headers.of(headers))
            .post(RequestBody.create(body, JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.code();
    }
  }

  /**
   * Posts {@code body} in the background. A delivery beyond the 1000 that wait is dropped, with a
   * warning in the log.
   *
   * @param outcome receives true if the receiver responded with a status of 2xx
   */
  public void postLater(
      String url, byte[] body, Map<String, String> headers, Consumer<Boolean> outcome) {
    try {
      background.execute(() -> outcome.accept(isAccepted(url, body, headers)));
    } catch (RejectedExecutionException e) {
      if (!background.isShutdown()) {
        LOGGER.log(
            Level.WARNING,
            "More than {0} webhook deliveries wait; one to {1} was dropped.",
            QUEUE_LENGTH,
            url);
      }
    }
  }

  /** Stops the deliveries in progress and drops those that wait. */
  @Override
  public void close() {
    background.shutdownNow();
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
  }

  private boolean isAccepted(String url, byte[] body, Map<String, String> headers) {
    try {
      return post(url, body, headers) / 100 == 2;
    } catch (IOException e) {
      if (!background.isShutdown()) {
        LOGGER.log(Level.DEBUG, "A webhook receiver did not respond.", e);
      }
      return false;
    }
  }

  private static boolean isLoopbackHost(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** Resolves the hosts that {@link #isLoopback} accepts, without a name service. */
  private static List<InetAddress> loopbackAddress(String host) throws UnknownHostException {
    if (!isLoopbackHost(host)) {
      throw new UnknownHostException(host + " is not on the loopback");
    }
    return List.of(
        host.equals("localhost")
            ? InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
            : InetAddress.getByName(host));
  }
}
