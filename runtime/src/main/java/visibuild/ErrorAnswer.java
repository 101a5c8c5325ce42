package visibuild;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server said when it refused a call. Immutable.
 *
 * @param method the HTTP verb of the call, such as {@code GET}
 * @param path the path of the call as the interface states it, such as {@code
 *     api/core/v1/tickets/{id}}: without its arguments
 * @param status the HTTP status, such as 404
 * @param requestId the {@code X-Request-Id} of the answer, to quote to Visibuild's support
 * @param reason what the body's {@code error_description}, {@code message} or {@code error} says
 * @param fieldErrors what the body's {@code errors} says of each field; empty where it says nothing
 * @param body the body's text, cut after 8 KiB
 * @since 0.1
 */
public record ErrorAnswer(
    String method,
    String path,
    int status,
    @Nullable String requestId,
    @Nullable String reason,
    Map<String, List<String>> fieldErrors,
    String body)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Makes an answer with copies of its collections. */
  public ErrorAnswer {
    LinkedHashMap<String, List<String>> copy = new LinkedHashMap<>();
    fieldErrors.forEach((field, errors) -> copy.put(field, List.copyOf(errors)));
    // Map.copyOf would lose the server's order of the fields.
    fieldErrors = Collections.unmodifiableMap(copy);
  }

  /** One line for a log: the call, the status, what the server said, and its request id. */
  String summary() {
    StringBuilder summary = new StringBuilder();
    summary.append(method).append(' ').append(path).append(" was answered ").append(status);
    if (reason != null) {
      summary.append(" (").append(reason).append(')');
    }
    if (!fieldErrors.isEmpty()) {
      summary.append(' ').append(fieldErrors);
    }
    if (requestId != null) {
      summary.append(", request ").append(requestId);
    }
    return summary.toString();
  }

  /** The summary: a body may be long, and is for who asks for it. */
  @Override
  public String toString() {
    return summary();
  }
}
