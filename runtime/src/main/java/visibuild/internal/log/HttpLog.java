package visibuild.internal.log;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.HttpLogLevel;
import visibuild.internal.error.TokenRedactor;
import visibuild.internal.http.CallInterceptor;
import visibuild.internal.http.Origin;

/**
 * Logs each request: in one line its verb, path and query, status, time and request id; below it,
 * where they are wanted, headers and bodies. It stands before the token is put on, and takes it out
 * of what the server says, which may repeat it. Of another origin's URL, which may be signed, it
 * says the host alone.
 */
public final class HttpLog implements CallInterceptor {
  private final Origin origin;
  private final HttpLogLevel level;
  private final LogSink sink;
  private final CallInterceptor next;

  /**
   * Makes a log that knows the paths of {@code origin}.
   *
   * @param level how much is said
   * @param sink where it is said
   * @param next what it is said of
   */
  public HttpLog(Origin origin, HttpLogLevel level, LogSink sink, CallInterceptor next) {
    this.origin = origin;
    this.level = level;
    this.sink = sink;
    this.next = next;
  }

  @Override
  public Response send(Chain chain, Request request) throws IOException {
    if (!sink.isOpen()) {
      return next.send(chain, request);
    }
    @Nullable TeeRequestBody sent = sentText(request);
    long began = System.nanoTime();
    try {
      Response response =
          next.send(
              chain,
              sent == null ? request : request.newBuilder().method(request.method(), sent).build());
      String line = line(request, Integer.toString(response.code()), began);
      log(() -> line + rest(response, sent));
      return response;
    } catch (IOException e) {
      log(() -> line(request, e.getClass().getSimpleName(), began));
      throw e;
    }
  }

  /** What somebody's log does wrong is no failure of the call. */
  private void log(Supplier<String> text) {
    try {
      sink.log(text.get());
    } catch (RuntimeException e) {
      // There is nobody to tell.
    }
  }

  private @Nullable TeeRequestBody sentText(Request request) {
    @Nullable RequestBody body = request.body();
    boolean wanted = level == HttpLogLevel.BODY && isOurs(request) && BodyPreview.isText(body);
    return wanted && body != null ? new TeeRequestBody(body) : null;
  }

  private String rest(Response response, @Nullable TeeRequestBody sent) {
    TokenRedactor tokens = TokenRedactor.of(response);
    StringBuilder text = new StringBuilder(tokens.redact(requestId(response)));
    if (level == HttpLogLevel.BASIC) {
      return text.toString();
    }
    boolean ours = isOurs(response.request());
    HeaderLog.append(text, "\n> ", response.request().headers(), ours, tokens);
    if (sent != null) {
      text.append("\n> ").append(sent.text(tokens));
    }
    HeaderLog.append(text, "\n< ", response.headers(), ours, tokens);
    if (level == HttpLogLevel.BODY && ours) {
      text.append("\n< ").append(BodyPreview.of(response, tokens));
    }
    return text.toString();
  }

  private boolean isOurs(Request request) {
    return origin.contains(request.url());
  }

  private String line(Request request, String outcome, long began) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return "%s %s: %s in %d ms".formatted(request.method(), place(request), outcome, millis);
  }

  private String place(Request request) {
    HttpUrl url = request.url();
    if (!isOurs(request)) {
      return url.host();
    }
    return url.encodedQuery() == null
        ? url.encodedPath()
        : url.encodedPath() + "?" + Redactor.query(url.encodedQuery());
  }

  private static String requestId(Response response) {
    String id = response.header("X-Request-Id");
    return id == null || !id.matches("[\\w-]{1,64}") ? "" : ", request " + id;
  }
}
