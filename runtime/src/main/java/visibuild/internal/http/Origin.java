package visibuild.internal.http;

import okhttp3.HttpUrl;

/** Scheme, host and port (RFC 6454). A token is sent to one origin only. */
public record Origin(String scheme, String host, int port) {
  /** Returns the origin of {@code url}. */
  public static Origin of(HttpUrl url) {
    return new Origin(url.scheme(), url.host(), url.port());
  }

  /** Compares without making an origin of {@code url}, since each request comes by here. */
  public boolean contains(HttpUrl url) {
    return port == url.port() && host.equals(url.host()) && scheme.equals(url.scheme());
  }
}
