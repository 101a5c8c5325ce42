package visibuild.internal.http;

import java.net.ProtocolException;
import java.util.List;
import okhttp3.Response;

/**
 * Refuses responses with an ambiguous length (RFC 9112, section 6.3). OkHttp reads a negative
 * length as a programming error, and uses the last of several; then the rest of the body would be
 * read as the next response of the connection.
 */
final class Framing {
  private static final String CONTENT_LENGTH = "Content-Length";

  private Framing() {}

  /**
   * Returns {@code response}.
   *
   * @throws ProtocolException if it states an invalid length, or several
   */
  static Response checked(Response response) throws ProtocolException {
    List<String> lengths = response.headers(CONTENT_LENGTH);
    if (lengths.isEmpty() || isUnambiguous(lengths)) {
      return response;
    }
    // OkHttp closes the connection of a call that fails here.
    throw new ProtocolException("the response has an invalid Content-Length");
  }

  private static boolean isUnambiguous(List<String> lengths) {
    String first = lengths.get(0);
    return first.chars().allMatch(c -> c >= '0' && c <= '9')
        && lengths.stream().allMatch(first::equals);
  }
}
