package visibuild;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer came that is not what the method's return type says: not JSON, without the {@code data}
 * of the envelope, or with a member of another type. Unknown members and unknown enum values are
 * not such a failure; they are ignored.
 *
 * <pre>{@code
 * GET api/core/v1/projects: $.data.projects[3].name: it is null or missing; ... [ProjectsApiClient.list]
 * }</pre>
 *
 * @since 0.1
 */
public final class DecodingException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** Where in the answer; null where it is the whole. */
  private final @Nullable String jsonPath;

  /** Whose answer it is; null where no method was called. */
  private final @Nullable String method;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public DecodingException(String message, @Nullable Throwable cause) {
    this(message, null, null, cause);
  }

  /**
   * Makes a failure of a place in an answer.
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
   * The place in the answer, such as {@code $.data.projects[3].name}; empty where the answer as a
   * whole is not understood.
   */
  public Optional<String> jsonPath() {
    return Optional.ofNullable(jsonPath);
  }

  /**
   * The method that was called, such as {@code ProjectsApiClient.list}; empty where it is no call's
   * answer, as with a webhook.
   */
  public Optional<String> method() {
    return Optional.ofNullable(method);
  }
}
