package visibuild.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers each request with the same ticket, over kept-alive connections on the loopback and with
 * as little work of its own as can be, so that what is measured is the client.
 */
final class LoopbackServer implements AutoCloseable {
  /** About a kilobyte, as a ticket is. */
  private static final String TICKET =
      """
      {"data": {"ticket": {"id": "0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21", "ticketNo": 4711,
      "title": "Cracked tile in the lobby", "description": "%s",
      "createdAt": "2026-03-02T09:00:00Z"}}}
      """
          .formatted("Behind the reception desk. ".repeat(30));

  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + TICKET.length()
              + "\r\n\r\n"
              + TICKET)
          .getBytes(StandardCharsets.US_ASCII);

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
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        start(() -> answer(client));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void answer(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      BufferedReader requests =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        if (line.isEmpty()) {
          client.getOutputStream().write(ANSWER);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }
}
