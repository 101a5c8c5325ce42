package visibuild;

import java.util.function.Consumer;

/**
 * How much {@link Visibuild.Builder#httpLog(HttpLogLevel, Consumer)} tells of each request.
 *
 * <p>Whatever the level, no token, secret, cookie or signed URL is told: the log sits where a
 * request carries no token yet, of headers it tells the values of those alone that are known to be
 * harmless, of another origin than Visibuild's no more than the host and the names of headers, and
 * of a body no member whose name speaks of a secret.
 *
 * @since 0.1
 */
public enum HttpLogLevel {
  /** One line: verb, path and query, status, time, and Visibuild's request id. */
  BASIC,

  /** The headers too. */
  HEADERS,

  /**
   * The first 4 KiB of each body too, if it is a text. They hold your company's records, so this is
   * for a developer's machine.
   */
  BODY
}
