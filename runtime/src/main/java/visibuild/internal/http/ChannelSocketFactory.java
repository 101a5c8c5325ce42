package visibuild.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that belong to a {@link SocketChannel}, so that {@link IdleSocketProbe} can look
 * for the end of a connection without waiting. An interrupt also ends a read that blocks in such a
 * socket, which a plain {@link Socket} ignores.
 */
final class ChannelSocketFactory extends SocketFactory {
  /**
   * The only instance. OkHttp's pool does not compare factories, so a connection that the program
   * opened to Visibuild with its own client may be used with its plain socket; then the probe takes
   * a millisecond.
   */
  static final ChannelSocketFactory INSTANCE = new ChannelSocketFactory();

  private ChannelSocketFactory() {}

  @Override
  public Socket createSocket() throws IOException {
    return SocketChannel.open().socket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(null, new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(null, new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(localAddress, localPort), new InetSocketAddress(host, port));
  }

  private static Socket connected(@Nullable SocketAddress local, SocketAddress remote)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.bind(local);
      channel.socket().connect(remote);
      return channel.socket();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
