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
import visibuild.internal.base.BearerScheme;
import visibuild.internal.base.QuietLog;
import visibuild.internal.base.TextSanitizer;
import visibuild.internal.error.TokenRedactor;
import visibuild.internal.http.CallInterceptor;
import visibuild.internal.http.Origin;
import visibuild.internal.http.RequestToken;

/**
 * Logs each attempt of a call: in one line its method, path and query, status, time and request id;
 * below it, depending on the level, headers and bodies.
 *
 * <p>It stands before the token is added, and removes the token from the response, which may repeat
 * it. Of the URL of another origin, which may be signed, it logs the host alone.
 */
public final class HttpLog implements CallInterceptor {
  private final Origin origin;
  private final HttpLogLevel level;
  private final LogSink sink;
  private final CallInterceptor next;

  /**
   * Makes a log.
   *
   * @param origin Visibuild's origin; only its paths are logged
   * @param level the detail
   * @param sink the destination
   * @param next the interceptor that is logged
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
    @Nullable TeeRequestBody copied = copyOfBody(request);
    Request sent =
        copied == null ? request : request.newBuilder().method(request.method(), copied).build();
    long startNanos = System.nanoTime();
    try {
      Response response = next.send(chain, sent);
      String line = line(request, Integer.toString(response.code()), startNanos);
      log(() -> line + details(request, response, copied));
      return response;
    } catch (IOException e) {
      log(() -> line(request, e.getClass().getSimpleName(), startNanos));
      throw e;
    }
  }

  private void log(Supplier<String> text) {
    QuietLog.write(() -> sink.log(text.get()));
  }

  private @Nullable TeeRequestBody copyOfBody(Request request) {
    @Nullable RequestBody body = request.body();
    return logsBodyOf(request) && body != null && BodyPreview.isJson(body.contentType())
        ? new TeeRequestBody(body)
        : null;
  }

  private boolean logsBodyOf(Request request) {
    return level == HttpLogLevel.BODY && isVisibuild(request);
  }

  private String details(Request request, Response response, @Nullable TeeRequestBody copied) {
    TokenRedactor tokens = TokenRedactor.of(response);
    StringBuilder text = new StringBuilder(tokens.redact(requestId(response)));
    if (level == HttpLogLevel.BASIC) {
      return text.toString();
    }
    boolean isVisibuild = isVisibuild(response.request());
    HeaderLog.append(text, "\n> ", response.request().headers(), isVisibuild, tokens);
    if (RequestToken.isCarriedBy(response.request())) {
      // The header is added below this log.
      text.append("\n> ").append(BearerScheme.HEADER).append(": ").append(Redactor.MARK);
    }
    @Nullable RequestBody body = request.body();
    if (copied != null) {
      text.append("\n> ").append(copied.preview(tokens));
    } else if (body != null && logsBodyOf(request)) {
      text.append("\n> ").append(BodyPreview.hidden(body));
    }
    HeaderLog.append(text, "\n< ", response.headers(), isVisibuild, tokens);
    if (logsBodyOf(response.request())) {
      text.append("\n< ").append(BodyPreview.of(response, tokens));
    }
    return text.toString();
  }

  private boolean isVisibuild(Request request) {
    return origin.contains(request.url());
  }

  private String line(Request request, String outcome, long startNanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    return "%s %s: %s in %d ms"
        .formatted(TextSanitizer.clean(request.method()), place(request), outcome, millis);
  }

  private String place(Request request) {
    HttpUrl url = request.url();
    if (!isVisibuild(request)) {
      return url.host();
    }
    @Nullable String query = url.encodedQuery();
    return query == null ? url.encodedPath() : url.encodedPath() + "?" + Redactor.query(query);
  }

  private static String requestId(Response response) {
    String id = response.header("X-Request-Id");
    return id == null || !id.matches("[\\w-]{1,64}") ? "" : ", request " + id;
  }
}
