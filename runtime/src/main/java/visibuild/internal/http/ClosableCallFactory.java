package visibuild.internal.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.TransportErrors;
import visibuild.internal.error.WrappedApiIOException;

/** Makes calls until the connection is closed. */
final class ClosableCallFactory implements Call.Factory {
  private final Call.Factory reads;
  private final Call.Factory writes;
  private final AtomicBoolean closed;

  /**
   * Makes calls with {@code client}.
   *
   * @param transport makes the factory of a client; null for the client itself
   * @param closed whether the connection was closed
   */
  ClosableCallFactory(
      OkHttpClient client,
      @Nullable Function<? super OkHttpClient, ? extends Call.Factory> transport,
      AtomicBoolean closed) {
    this.reads = calls(client, transport);
    // A redirected write would become a read that carries a write token, or be done twice. A write
    // that OkHttp repeats after a connection failure might be done twice too.
    this.writes =
        calls(
            client.newBuilder().followRedirects(false).retryOnConnectionFailure(false).build(),
            transport);
    this.closed = closed;
  }

  private static Call.Factory calls(
      OkHttpClient client,
      @Nullable Function<? super OkHttpClient, ? extends Call.Factory> transport) {
    return transport == null ? client : transport.apply(client);
  }

  /**
   * Returns an interceptor that refuses calls made before {@code closed} was set and sent after.
   * OkHttp has registered the call by then, so a close after this check cancels it. Such a call
   * fails with the reason.
   */
  static CallInterceptor refuseOnceClosed(AtomicBoolean closed, CallInterceptor next) {
    return (chain, request) -> {
      if (closed.get()) {
        throw new WrappedApiIOException(closedException());
      }
      try {
        return Interruptions.send(next, chain, request);
      } catch (WrappedApiIOException e) {
        throw e;
      } catch (IOException e) {
        throw closed.get() && chain.call().isCanceled()
            ? new WrappedApiIOException(TransportErrors.ofClose(e, CallLabel.of(request)))
            : e;
      }
    };
  }

  private static ConnectionException closedException() {
    return new ConnectionException(
        "This Visibuild is closed; make the call before close(), or connect again.", null);
  }

  @Override
  public Call newCall(Request request) {
    if (closed.get()) {
      throw closedException();
    }
    MethodOverride.refuse(request);
    return switch (request.method()) {
      case "GET", "HEAD" -> reads.newCall(request);
      default -> writes.newCall(request);
    };
  }
}
