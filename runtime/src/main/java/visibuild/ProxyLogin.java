package visibuild;

import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Logs in at a proxy that asks for it, once: a password that was refused is wrong. */
final class ProxyLogin implements Authenticator {
  private static final String HEADER = "Proxy-Authorization";

  private final transient String credentials;

  ProxyLogin(String credentials) {
    this.credentials = credentials;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response) {
    boolean wasRefused = response.request().header(HEADER) != null;
    return wasRefused ? null : response.request().newBuilder().header(HEADER, credentials).build();
  }
}
