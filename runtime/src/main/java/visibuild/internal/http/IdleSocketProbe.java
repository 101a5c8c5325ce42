package visibuild.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the end of an idle HTTP/1.1 connection. Between two responses the server has nothing to
 * send, so a byte, an end of stream or an error all mean that the connection is unusable.
 */
public final class IdleSocketProbe {
  private static final int SHORTEST_TIMEOUT_MILLIS = 1;

  private IdleSocketProbe() {}

  /**
   * Returns whether the server closed the connection or sent something unexpected. If so, close the
   * socket, because this may have read a byte. Only the thread that uses the connection may call
   * this.
   *
   * <p>A socket of a channel takes about a microsecond. Any other socket takes a millisecond,
   * because Java has no shorter timeout for a read.
   */
  public static boolean isUnusable(Socket socket) {
    @Nullable SocketChannel channel = socket.getChannel();
    try {
      return channel == null ? hasInputWithinTimeout(socket) : hasInput(channel);
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Returns whether the server sent something that was not read yet. Unlike {@link #isUnusable}, it
   * does not see the end of the connection, and it costs less. For TLS it needs the socket of a
   * channel.
   */
  public static boolean hasUnreadInput(Socket socket) {
    @Nullable SocketChannel channel = socket.getChannel();
    // Below TLS, which buffers bytes only after it has read them.
    Socket raw = channel == null ? socket : channel.socket();
    try {
      return raw.getInputStream().available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean hasInput(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    int read = channel.read(ByteBuffer.allocate(1));
    channel.configureBlocking(true);
    return read != 0;
  }

  private static boolean hasInputWithinTimeout(Socket socket) throws IOException {
    int timeout = socket.getSoTimeout();
    socket.setSoTimeout(SHORTEST_TIMEOUT_MILLIS);
    try {
      int unused = socket.getInputStream().read();
      return true;
    } finally {
      socket.setSoTimeout(timeout);
    }
  }
}
