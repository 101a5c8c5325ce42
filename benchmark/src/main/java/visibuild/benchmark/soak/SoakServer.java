package visibuild.benchmark.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A Visibuild on the loopback that fails as {@link SoakFaults} decides. */
final class SoakServer implements AutoCloseable {
  /** The name of its threads, which distinguishes them from the client's. */
  static final String THREADS = "soak-server";

  final SoakTokens tokens = new SoakTokens();
  final SoakFaults faults = new SoakFaults();

  private final ServerSocket socket;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Map<String, CallRecord> calls = new ConcurrentHashMap<>();

  SoakServer() {
    try {
      socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  /** Returns the record of a call; a new one for its first request. */
  CallRecord call(String name) {
    return calls.computeIfAbsent(name, each -> new CallRecord());
  }

  /** Removes the record of a call that has ended. */
  void remove(String name) {
    calls.remove(name);
  }

  int openConnections() {
    return connections.size();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        connections.add(client);
        start(() -> serve(client));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new SoakConnection(this, client).serve();
    } catch (IOException e) {
      // The client has gone.
    } finally {
      connections.remove(client);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, THREADS);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
