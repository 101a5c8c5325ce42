package visibuild.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.error.InterruptErrors;

/**
 * Keeps calls off pooled connections that the server has closed or sent an unsolicited response on,
 * and records which writes reached a connection. OkHttp probes a connection only after ten seconds
 * without use, while Node and Apache close theirs after five.
 *
 * <p>One instance serves all clients of a {@code Visibuild}, since these share their connections.
 * Safe for use by several threads.
 */
public final class ConnectionMonitor {
  private final KeepAliveTimeouts timeouts = new KeepAliveTimeouts(System::nanoTime);
  private final Set<Call> sent = ConcurrentHashMap.newKeySet();

  /** Creates a monitor that knows no connection yet. */
  public ConnectionMonitor() {}

  /**
   * Sends {@code request} on the connection of {@code chain}, which belongs to a network
   * interceptor.
   *
   * @throws StaleConnectionException if the server closed the connection before, or sent something
   *     on it; then nothing was sent
   * @throws visibuild.internal.error.WrappedApiIOException if a server may read the request as two
   */
  Response proceed(Interceptor.Chain chain, Request request) throws IOException {
    Framing.check(request);
    @Nullable Connection current = chain.connection();
    @Nullable Connection connection =
        current != null && isHttp1(current.protocol()) ? current : null;
    boolean isWrite = isWrite(request);
    if (connection != null) {
      probe(connection, isWrite);
    }
    if (isWrite) {
      recordSent(chain.call());
    }
    Response response;
    try {
      response = checked(chain.proceed(request), connection);
    } catch (IOException e) {
      // OkHttp would repeat a read after such a failure, in a thread that is still interrupted.
      throw InterruptErrors.isClosedByInterrupt(e) ? Interruptions.asIoException(e) : e;
    } catch (IllegalStateException e) {
      Framing.throwIfOfStatus(e);
      throw e;
    }
    if (connection != null) {
      timeouts.record(connection, response);
    }
    return response;
  }

  /**
   * Returns {@code response}.
   *
   * @param connection its HTTP/1 connection, if it has one
   * @throws ProtocolException if its end is not certain; then nothing else is read from there.
   *     OkHttp may have given the connection back to its pool by now, since it sees no body
   */
  private static Response checked(Response response, @Nullable Connection connection)
      throws IOException {
    try {
      return Framing.checked(response);
    } catch (ProtocolException e) {
      if (connection != null) {
        connection.socket().close();
      }
      throw e;
    }
  }

  /** Records that some of a write is about to be sent. */
  public void recordSent(Call call) {
    sent.add(call);
  }

  /**
   * Looks for the end of an idle connection, and for an unsolicited response on it.
   *
   * <p>A new connection is probed only if its socket is the program's, because the program may have
   * used the connection before. One of ours holds TLS session tickets until its first response.
   *
   * <p>OkHttp repeats a read on a connection that the server closed. An unsolicited response would
   * be taken for the response to the read.
   */
  private void probe(Connection connection, boolean isWrite) throws StaleConnectionException {
    boolean isReused = timeouts.isReused(connection);
    Socket socket = connection.socket();
    boolean isStale;
    if (isWrite) {
      boolean isProbed = isReused || socket.getChannel() == null;
      isStale = isProbed && (timeouts.isExpiring(connection) || IdleSocketProbe.isUnusable(socket));
    } else {
      isStale = isReused && IdleSocketProbe.hasUnreadInput(socket);
    }
    if (isStale) {
      throw new StaleConnectionException(isReused);
    }
  }

  /** An HTTP/2 connection has a thread that reads from it, so OkHttp sees its end at once. */
  private static boolean isHttp1(Protocol protocol) {
    return protocol == Protocol.HTTP_1_1 || protocol == Protocol.HTTP_1_0;
  }

  /**
   * Returns whether some of {@code request} may have been sent since {@link #reset}. This is not
   * recorded for GET and HEAD, for which it returns true.
   */
  public boolean mayHaveBeenSent(Call call, Request request) {
    return !isWrite(request) || sent.contains(call);
  }

  /** Forgets that {@code call} was sent: before another attempt, and at its end. */
  public void reset(Call call) {
    sent.remove(call);
  }

  private static boolean isWrite(Request request) {
    return switch (request.method()) {
      case "GET", "HEAD" -> false;
      default -> true;
    };
  }
}
