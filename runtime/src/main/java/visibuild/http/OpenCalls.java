package visibuild.http;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import visibuild.ConnectionException;

/** Begins calls, until it is closed. */
final class OpenCalls implements Call.Factory {
  private final OkHttpClient reads;
  private final OkHttpClient writes;
  private final AtomicBoolean closed;

  /**
   * Makes calls with {@code client}.
   *
   * @param closed whether the connection was closed
   */
  OpenCalls(OkHttpClient client, AtomicBoolean closed) {
    this.reads = client;
    // A redirected write would arrive as a read that carries a token that writes, or be done twice.
    // So would one whose connection breaks off, if OkHttp sent it again: it may have been done.
    this.writes =
        client.newBuilder().followRedirects(false).retryOnConnectionFailure(false).build();
    this.closed = closed;
  }

  @Override
  public Call newCall(Request request) {
    if (closed.get()) {
      throw new ConnectionException(
          "This Visibuild is closed; make the call before close(), or connect again.", null);
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> reads.newCall(request);
      default -> writes.newCall(request);
    };
  }
}
