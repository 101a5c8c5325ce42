package visibuild;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server said when it refused a call.
 *
 * <pre>{@code
 * } catch (ApiException e) {
 *   log.warn("{}: {}", e.answer(), e.answer().body());
 * }
 * }</pre>
 *
 * <p>Immutable. The texts are the server's, without the token that the call carried; {@link
 * #toString} and {@link #reason} are made fit for a log, the others are as they came.
 *
 * @since 0.1
 */
public final class ErrorResponse implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The call's verb. */
  private final String method;

  /** The call's path as the interface states it. */
  private final String path;

  /** The HTTP status. */
  private final int status;

  /** The server's name for the request. */
  private final @Nullable String requestId;

  /** The body in one line. */
  private final @Nullable String reason;

  /** What the body says of fields; a LinkedHashMap, which is serializable and keeps the order. */
  private final LinkedHashMap<String, List<String>> fieldErrors = new LinkedHashMap<>();

  /** The body's start. */
  private final String body;

  private ErrorResponse(Builder builder) {
    this.method = builder.method;
    this.path = builder.path;
    this.status = builder.status;
    this.requestId = builder.requestId;
    this.reason = builder.reason == null ? null : LogLine.of(builder.reason);
    builder.fieldErrors.forEach((field, errors) -> fieldErrors.put(field, List.copyOf(errors)));
    this.body = builder.body;
  }

  /**
   * Begins an answer, for a test of what a program does with an error.
   *
   * @param method the HTTP verb of the call, such as {@code GET}
   * @param path the path of the call as the interface states it
   * @param status the HTTP status, such as 404
   */
  public static Builder builder(String method, String path, int status) {
    return new Builder(method, path, status);
  }

  /** The HTTP verb of the call, such as {@code GET}. */
  public String method() {
    return method;
  }

  /**
   * The path as the interface states it, without its arguments: {@code api/core/v1/tickets/{id}}.
   */
  public String path() {
    return path;
  }

  /** The HTTP status, such as 404. */
  public int status() {
    return status;
  }

  /** The {@code X-Request-Id} of the answer, to quote to Visibuild's support. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * What the body's {@code error_description}, {@code message}, {@code error} or {@code errors}
   * says of the whole, on one line of at most 300 characters.
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * What the body's {@code errors} says of each field, in the server's order; empty where it says
   * nothing of fields. Unmodifiable.
   */
  public Map<String, List<String>> fieldErrors() {
    return Collections.unmodifiableMap(fieldErrors);
  }

  /** The body's text, cut after 8 KiB; empty if there was none. */
  public String body() {
    return body;
  }

  /** One line for a log: the call, the status, what the server said, and its request id. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(method).append(' ').append(path).append(" was answered ").append(status);
    if (reason != null) {
      line.append(" (").append(reason).append(')');
    }
    if (!fieldErrors.isEmpty()) {
      line.append(' ').append(LogLine.of(fieldErrors.toString()));
    }
    if (requestId != null) {
      line.append(", request ").append(LogLine.of(requestId));
    }
    return line.toString();
  }

  /**
   * Collects what an answer says. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final String method;
    private final String path;
    private final int status;
    private @Nullable String requestId;
    private @Nullable String reason;
    private Map<String, List<String>> fieldErrors = Map.of();
    private String body = "";

    private Builder(String method, String path, int status) {
      this.method = method;
      this.path = path;
      this.status = status;
    }

    /** Sets {@link ErrorResponse#requestId}. */
    public Builder requestId(@Nullable String requestId) {
      this.requestId = requestId;
      return this;
    }

    /** Sets {@link ErrorResponse#reason}. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /** Sets {@link ErrorResponse#fieldErrors}. */
    public Builder fieldErrors(Map<String, List<String>> fieldErrors) {
      this.fieldErrors = fieldErrors;
      return this;
    }

    /** Sets {@link ErrorResponse#body}. */
    public Builder body(String body) {
      this.body = body;
      return this;
    }

    /** Makes the answer. */
    public ErrorResponse build() {
      return new ErrorResponse(this);
    }
  }
}
