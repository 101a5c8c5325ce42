package visibuild.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketAddress;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.Route;
import visibuild.internal.error.CleartextException;

/**
 * Refuses to send a secret unencrypted beyond this machine. The builder allows a base URL without
 * TLS on the loopback only, but its host name may resolve to another address, and a proxy reads
 * whatever is not encrypted.
 */
final class CleartextGuard implements Interceptor {
  private final ConnectionMonitor connections;

  CleartextGuard(ConnectionMonitor connections) {
    this.connections = connections;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    refuse(chain);
    return connections.proceed(chain, chain.request());
  }

  /**
   * Throws if the request of {@code chain} would leave this machine unencrypted.
   *
   * @throws CleartextException if so
   */
  static void refuse(Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (!chain.request().isHttps() && connection != null && !isLocal(connection.route())) {
      throw new CleartextException();
    }
  }

  private static boolean isLocal(Route route) {
    Proxy proxy = route.proxy();
    SocketAddress next =
        proxy.type() == Proxy.Type.DIRECT ? route.socketAddress() : proxy.address();
    InetAddress address = next instanceof InetSocketAddress inet ? inet.getAddress() : null;
    return address != null && address.isLoopbackAddress();
  }
}
