package visibuild;

import static visibuild.Preconditions.checkTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.HeaderSyntax;
import visibuild.internal.base.MethodOverrides;
import visibuild.internal.base.ReservedHeaders;
import visibuild.internal.base.TextSanitizer;

/**
 * The options of a single call. A method declares them as an additional parameter:
 *
 * <pre>{@code
 * @GET("projects/{projectId}/visis")
 * Paged<Visi> ofProject(@Path("projectId") String projectId, RequestOptions options);
 *
 * visis.ofProject(id, RequestOptions.none().timeout(Duration.ofMinutes(5)));
 * }</pre>
 *
 * <p>Immutable; each method returns new options.
 *
 * @since 0.1
 */
public final class RequestOptions {
  private static final RequestOptions NONE = new RequestOptions(null, Map.of(), false);

  private final @Nullable Duration timeout;

  /** Transient, because a header may be a secret that a JSON library would write. */
  private final transient Map<String, String> headers;

  private final boolean idempotent;

  private RequestOptions(
      @Nullable Duration timeout, Map<String, String> headers, boolean idempotent) {
    this.timeout = timeout;
    this.headers = headers;
    this.idempotent = idempotent;
  }

  /** No difference: where others begin. */
  public static RequestOptions none() {
    return NONE;
  }

  /**
   * Ends the call after {@code timeout}, its waits and repetitions included; of a {@link Paged},
   * each page's call.
   *
   * @throws IllegalArgumentException if {@code timeout} is below a millisecond or above 24 days
   */
  public RequestOptions timeout(Duration timeout) {
    return new RequestOptions(checkTimeout(timeout, "timeout of the call"), headers, idempotent);
  }

  /**
   * Also sends a header; it replaces one of the same name that the method states.
   *
   * @throws IllegalArgumentException if the client sets that header itself, as it does {@code
   *     Authorization}, or if name or value have a character that HTTP does not allow
   */
  public RequestOptions header(String name, String value) {
    if (!HeaderSyntax.isName(name)) {
      throw new IllegalArgumentException(
          "The name of the header is \"%s\"; give visible ASCII characters without a colon."
              .formatted(TextSanitizer.clean(name)));
    }
    if (!HeaderSyntax.isValue(value)) {
      throw new IllegalArgumentException(
          "The value of the header "
              + TextSanitizer.clean(name)
              + " is not plain ASCII text; encode it.");
    }
    if (ReservedHeaders.isSetByClient(name)) {
      throw new IllegalArgumentException(
          "The header " + name + " is set by the client; leave it out.");
    }
    if (MethodOverrides.isHeader(name)) {
      throw new IllegalArgumentException(
          "The header " + name + " asks the server for another HTTP method; leave it out.");
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new RequestOptions(timeout, Collections.unmodifiableMap(more), idempotent);
  }

  /**
   * Declares that a repetition does no harm, so that a write may be retried like a read. Examples
   * are setting a record to a state, or a header by which the server detects repetitions.
   */
  public RequestOptions idempotent() {
    return new RequestOptions(timeout, headers, true);
  }

  /** The longest that the call may take; empty where the connection's timeout counts. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** The headers that are sent besides. Unmodifiable. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns whether a write may be repeated. */
  public boolean isIdempotent() {
    return idempotent;
  }

  /** Does not show the values of headers, which may be secrets. */
  @Override
  public String toString() {
    return "RequestOptions[timeout="
        + timeout
        + ", headers="
        + TextSanitizer.clean(headers.keySet().toString())
        + ", idempotent="
        + idempotent
        + "]";
  }
}
