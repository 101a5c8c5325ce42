package visibuild.benchmark.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A minimal HTTP server on the loopback with persistent connections. */
final class LoopbackServer implements AutoCloseable {
  private static final int LONGEST_REQUEST_BYTES = 8 * 1024;

  private final ServerSocket server;

  private LoopbackServer(ServerSocket server) {
    this.server = server;
  }

  static LoopbackServer start() {
    try {
      LoopbackServer started =
          new LoopbackServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      start(started::accept);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        start(() -> respond(client));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void respond(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      byte[] request = new byte[LONGEST_REQUEST_BYTES];
      // The clients write a request at once, and on the loopback it comes at once.
      for (int length = client.getInputStream().read(request);
          length > 0;
          length = client.getInputStream().read(request)) {
        client.getOutputStream().write(CannedResponses.to(request, length));
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }
}
