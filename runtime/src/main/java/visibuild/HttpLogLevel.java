package visibuild;

import java.util.function.Consumer;

/**
 * The detail of {@link Visibuild.Builder#httpLog(HttpLogLevel, Consumer)}.
 *
 * <p>No level shows tokens, secrets, cookies or signed URLs. The log runs before the token is
 * attached. It shows the values of harmless headers only. For another origin it shows the host and
 * the names of headers. In bodies it hides members with names that suggest a secret.
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
