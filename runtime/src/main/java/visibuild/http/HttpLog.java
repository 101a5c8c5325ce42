package visibuild.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Logs each request in one line: verb, path and query, status, time and request id. It says nothing
 * that may be a secret: no header but the request id, no body, and of another origin's URL, which
 * may be signed, the host alone.
 */
public final class HttpLog implements Interceptor {
  private static final Logger LOG = System.getLogger("visibuild.http");

  private final Origin origin;

  /** Makes a log that knows the paths of {@code origin}. */
  public HttpLog(Origin origin) {
    this.origin = origin;
  }

  /** Whether anybody wants to read it. */
  public static boolean isWanted() {
    return LOG.isLoggable(Level.DEBUG);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    long began = System.nanoTime();
    try {
      Response response = chain.proceed(request);
      LOG.log(
          Level.DEBUG,
          () -> line(request, Integer.toString(response.code()), began) + requestId(response));
      return response;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, () -> line(request, e.getClass().getSimpleName(), began));
      throw e;
    }
  }

  private String line(Request request, String outcome, long began) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return "%s %s: %s in %d ms".formatted(request.method(), place(request.url()), outcome, millis);
  }

  private String place(HttpUrl url) {
    if (!origin.contains(url)) {
      return url.host();
    }
    return url.encodedQuery() == null
        ? url.encodedPath()
        : url.encodedPath() + "?" + url.encodedQuery();
  }

  private static String requestId(Response response) {
    String id = response.header("X-Request-Id");
    return id == null || !id.matches("[\\w-]{1,64}") ? "" : ", request " + id;
  }
}
