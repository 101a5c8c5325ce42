package visibuild.internal.base;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The request headers that neither a program nor a server may choose. */
public final class ReservedHeaders {
  /** The headers that the client sets; another value would break or endanger the call. */
  private static final Set<String> CLIENT =
      Set.of("authorization", "connection", "content-length", "host", "transfer-encoding");

  /** The headers that would send a secret, or change the connection. */
  private static final Set<String> CONNECTION =
      Set.of(
          "accept-encoding",
          "cookie",
          "cookie2",
          "expect",
          "forwarded",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "upgrade",
          "via");

  /** The starts of headers for proxies, and of those that change where a request goes. */
  private static final List<String> ROUTING =
      List.of("proxy-", "x-forwarded-", "x-original-", "x-rewrite-");

  private ReservedHeaders() {}

  /** Returns whether the client itself sets the header {@code name}. */
  public static boolean isSetByClient(String name) {
    return CLIENT.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Returns whether a server that names headers to send must not name {@code name}. */
  public static boolean isRefusedFromServer(String name) {
    String uniform = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return CLIENT.contains(uniform)
        || MethodOverrides.isHeader(name)
        || CONNECTION.contains(uniform)
        || ROUTING.stream().anyMatch(uniform::startsWith);
  }
}
