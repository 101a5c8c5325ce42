package visibuild.testing.http;

import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in, with its path and query still encoded.
 *
 * @param path the path, as it stood in the request line: nothing is resolved or decoded
 * @param query what followed the question mark, or null if there was none
 */
public record SandboxHttpRequest(
    String method, String path, @Nullable String query, Headers headers, ByteString body) {
  /** Reads what MockWebServer received. */
  public static SandboxHttpRequest of(RecordedRequest request) {
    String target = request.getTarget();
    int question = target.indexOf('?');
    ByteString body = request.getBody();
    return new SandboxHttpRequest(
        request.getMethod(),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? null : target.substring(question + 1),
        request.getHeaders(),
        body == null ? ByteString.EMPTY : body);
  }

  /** Returns whether this is a HEAD request. */
  public boolean isHead() {
    return method.equals("HEAD");
  }

  /** Returns whether the body has this media type, ignoring parameters. */
  public boolean hasContentType(String mediaType) {
    String given = headers.get("Content-Type");
    return given != null && given.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
  }
}
