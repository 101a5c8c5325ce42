package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Gives the login of a proxy to the proxy alone. OkHttp asks for it after every 407, also after one
 * that a server sends through the proxy's tunnel, and would send it to that server.
 */
final class ProxyLoginGuard implements Authenticator {
  static final String HEADER = "Proxy-Authorization";

  private final transient Authenticator login;

  private ProxyLoginGuard(Authenticator login) {
    this.login = login;
  }

  /** Returns {@code login} for proxies only; {@link Authenticator#NONE} stays itself. */
  static Authenticator guarded(Authenticator login) {
    return login.equals(Authenticator.NONE) ? login : new ProxyLoginGuard(login);
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    Request request = response.request();
    boolean isForServer = request.isHttps() && !request.method().equals("CONNECT");
    return isForServer ? null : login.authenticate(route, response);
  }
}
