package visibuild;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response does not match the method's return type: it is not JSON, has no {@code data} envelope,
 * or has a member of another type. Unknown members and unknown enum values are not such a failure;
 * they are ignored.
 *
 * <pre>{@code
 * GET api/core/v1/projects: $.data.projects[3].name: it is null or missing; ... [ProjectsApiClient.list]
 * }</pre>
 *
 * @since 0.1
 */
public final class DecodingException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** The place in the response; null for the whole response. */
  private final @Nullable String jsonPath;

  /** The called method; null if there was none. */
  private final @Nullable String method;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public DecodingException(String message, @Nullable Throwable cause) {
    this(message, null, null, cause);
  }

  /**
   * Creates an exception for a place in a response.
   *
   * @param jsonPath the place, such as {@code $.data.projects[3].name}, or {@code null}
   * @param method the method that was called, such as {@code ProjectsApiClient.list}, or {@code
   *     null}
   */
  public DecodingException(
      String message,
      @Nullable String jsonPath,
      @Nullable String method,
      @Nullable Throwable cause) {
    super(message, cause);
    this.jsonPath = jsonPath;
    this.method = method;
  }

  /**
   * Returns the place in the response, such as {@code $.data.projects[3].name}; empty if the whole
   * response is unreadable.
   */
  public Optional<String> jsonPath() {
    return Optional.ofNullable(jsonPath);
  }

  /**
   * Returns the called method, such as {@code ProjectsApiClient.list}; empty without a call, as for
   * a webhook.
   */
  public Optional<String> method() {
    return Optional.ofNullable(method);
  }
}
