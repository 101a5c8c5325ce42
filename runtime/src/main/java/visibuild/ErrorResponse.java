package visibuild;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;
import visibuild.internal.base.Utf8;

/**
 * The server's response to a call that it refused.
 *
 * <pre>{@code
 * } catch (ApiException e) {
 *   log.warn("{}", e.errorResponse());
 *   log.debug("{}", e.errorResponse().body());
 * }
 * }</pre>
 *
 * <p>Immutable. The server wrote all texts except method and path; tokens that the call carried are
 * removed. {@link #toString}, {@link #reason} and {@link #requestId} are one line without control
 * or format characters. {@link #fieldErrors} and {@link #body} are data, and otherwise unchanged.
 *
 * @since 0.1
 */
public final class ErrorResponse implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The call's HTTP method. */
  private final String method;

  /** The call's path as the interface declares it. */
  private final String path;

  /** The HTTP status. */
  private final int status;

  /** The server's identifier of the request. */
  private final @Nullable String requestId;

  /** The reason in one line. */
  private final @Nullable String reason;

  /** The errors of each field. LinkedHashMap is serializable and keeps the order. */
  private final LinkedHashMap<String, List<String>> fieldErrors = new LinkedHashMap<>();

  /** The start of the body. */
  private final String body;

  private ErrorResponse(Builder builder) {
    this.method = TextSanitizer.clean(builder.method);
    this.path = TextSanitizer.clean(builder.path, TextSanitizer.MAX_MESSAGE_CHARS);
    this.status = builder.status;
    this.requestId = TextSanitizer.cleanNullable(builder.requestId);
    this.reason = TextSanitizer.cleanNullable(builder.reason);
    builder.fieldErrors.forEach((field, errors) -> fieldErrors.put(field, List.copyOf(errors)));
    this.body = Utf8.truncate(builder.body, Utf8.MAX_BODY_BYTES);
  }

  /**
   * Returns a builder, for a test of a program's error handling.
   *
   * @param method the HTTP method of the call, such as {@code GET}
   * @param path the path of the call as the interface declares it
   * @param status the HTTP status, such as 404
   */
  public static Builder builder(String method, String path, int status) {
    return new Builder(method, path, status);
  }

  /** Returns the HTTP method of the call, such as {@code GET}. */
  public String method() {
    return method;
  }

  /**
   * Returns the path as the interface declares it, without its arguments: {@code
   * api/core/v1/tickets/{id}}.
   */
  public String path() {
    return path;
  }

  /** Returns the HTTP status, such as 404. */
  public int status() {
    return status;
  }

  /** Returns the response's {@code X-Request-Id}, to quote to Visibuild's support. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * Returns the body's {@code error_description}, {@code message}, {@code error} or {@code errors},
   * at most 300 characters; empty if the body has none that concerns the whole request.
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Returns the errors of each field from the body's {@code errors}, in the server's order. The map
   * is unmodifiable, and empty if the body names no field. Its texts may contain line breaks and
   * control characters.
   */
  public Map<String, List<String>> fieldErrors() {
    return Collections.unmodifiableMap(fieldErrors);
  }

  /**
   * Returns the body's text as the server wrote it, cut after 8 KiB of UTF-8; empty if there was
   * none. It may contain line breaks and control characters.
   */
  public String body() {
    return body;
  }

  /** Returns one line for a log: call, status, reason, field errors and request id. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(method).append(' ').append(path).append(" failed with status ").append(status);
    if (reason != null) {
      line.append(" (").append(reason).append(')');
    }
    if (!fieldErrors.isEmpty()) {
      line.append(' ').append(TextSanitizer.clean(fieldErrors.toString()));
    }
    if (requestId != null) {
      line.append(", request ").append(requestId);
    }
    return line.toString();
  }

  /**
   * Builds an {@link ErrorResponse}. Not safe for use by several threads.
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

    /** Sets {@link ErrorResponse#requestId}; null for none. */
    public Builder requestId(@Nullable String requestId) {
      this.requestId = requestId;
      return this;
    }

    /** Sets {@link ErrorResponse#reason}; null for none. */
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

    /** Returns the error response. */
    public ErrorResponse build() {
      return new ErrorResponse(this);
    }
  }
}
