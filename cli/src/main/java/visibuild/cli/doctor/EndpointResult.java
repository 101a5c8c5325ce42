package visibuild.cli.doctor;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The result of the requests to one endpoint, merged. It has no value of a response. Not safe for
 * use by several threads.
 */
final class EndpointResult {
  private final String request;
  private final Shape envelope = new Shape();
  private final Shape members = new Shape();
  private final Set<String> headers = new TreeSet<>();
  private final Set<String> differences = new LinkedHashSet<>();
  private int status;
  private String mediaType = "none";
  private @Nullable String notChecked;

  EndpointResult(String request) {
    this.request = request;
  }

  /** Returns a result of a request that was not sent. */
  static EndpointResult notChecked(String request, String reason) {
    EndpointResult result = new EndpointResult(request);
    result.notChecked = reason;
    return result;
  }

  String request() {
    return request;
  }

  /** Returns the shape of all but the records, with paths such as {@code pagination.next}. */
  Shape envelope() {
    return envelope;
  }

  /** Returns the shape of the records. */
  Shape members() {
    return members;
  }

  /** Returns the names of the headers that matter, in lower case. */
  Set<String> headers() {
    return headers;
  }

  /** Returns a sentence for each difference. */
  Set<String> differences() {
    return differences;
  }

  /** Returns the status of the last response, or 0 if there was none. */
  int status() {
    return status;
  }

  String mediaType() {
    return mediaType;
  }

  /** Returns the reason why nothing, or no record, could be compared; {@code null} without one. */
  @Nullable String notChecked() {
    return notChecked;
  }

  void setNotChecked(String reason) {
    notChecked = reason;
  }

  /** Notes the status and the headers of a response. */
  void add(ServerResponse response) {
    status = response.status();
    mediaType = response.mediaType();
    headers.addAll(HeaderNames.of(response.headers()));
    if (response.headers().get("X-Request-Id") == null) {
      differences.add("a response has no X-Request-Id header");
    }
  }

  /** Reports another status than {@code expected}; returns whether it is the expected one. */
  boolean hasStatus(ServerResponse response, int expected) {
    if (response.status() == expected) {
      return true;
    }
    boolean limitedSilently =
        response.status() == 429 && response.headers().get("Retry-After") == null;
    differences.add(
        "status %d%s; expected %d"
            .formatted(response.status(), limitedSilently ? " without Retry-After" : "", expected));
    return false;
  }
}
