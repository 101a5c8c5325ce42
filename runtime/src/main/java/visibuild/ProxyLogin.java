package visibuild;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Secret;

/** Logs in at a proxy that asks for it, once: a password that was refused is wrong. */
final class ProxyLogin implements Authenticator {
  private static final String HEADER = "Proxy-Authorization";

  private static final String ADVICE = "; give it as the proxy expects it.";

  private final transient String credentials;

  private ProxyLogin(String credentials) {
    this.credentials = credentials;
  }

  /**
   * Returns a login by the scheme {@code Basic} (RFC 7617).
   *
   * @throws IllegalArgumentException if the proxy could not read the user name or the password; the
   *     message contains nothing of the password
   */
  static ProxyLogin of(String user, String password) {
    String name = checked(user, "The user name for the proxy");
    int colon = name.indexOf(':');
    if (colon >= 0) {
      throw new IllegalArgumentException(
          "The user name for the proxy has a colon at index "
              + colon
              + ", which ends it; give the password apart.");
    }
    String secret = checked(password, "The password for the proxy");
    return new ProxyLogin(Credentials.basic(name, secret, charset(name + secret)));
  }

  /** Returns {@code text}, which may be empty: a proxy of tokens has no names of users. */
  private static String checked(@Nullable String text, String name) {
    return text != null && text.isEmpty() ? "" : Secret.of(text, name, ADVICE).reveal();
  }

  /**
   * Returns the usual charset of logins, unless it lacks a character: that would be sent as "?".
   */
  private static Charset charset(String text) {
    return ISO_8859_1.newEncoder().canEncode(text) ? ISO_8859_1 : UTF_8;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response) {
    boolean wasRefused = response.request().header(HEADER) != null;
    return wasRefused ? null : response.request().newBuilder().header(HEADER, credentials).build();
  }
}
