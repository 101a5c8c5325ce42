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
 * Lets no secret leave this machine unencrypted. A base URL without TLS is allowed on the loopback
 * only, but its name may lead elsewhere, and a proxy reads all of what is not encrypted.
 */
final class CleartextGuard implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    refuse(chain);
    return chain.proceed(chain.request());
  }

  /** Fails where the request of {@code chain} would go elsewhere than to the loopback, readably. */
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
