package visibuild.internal.http;

import java.net.ProtocolException;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.WrappedApiIOException;

/**
 * Refuses messages whose end client and server may see at different places (RFC 9112, sections 6.3
 * and 11.2).
 *
 * <p>A server may read one request as two: at a line break in a header's value, or after a body
 * that is announced and not sent. The second request has a verb that no check has seen, and the
 * token. Of a response, OkHttp reads a negative length as a programming error, and uses the last of
 * several; then the rest of the body would be read as the next response of the connection.
 */
final class Framing {
  private static final String CONTENT_LENGTH = "Content-Length";

  private static final String TRANSFER_ENCODING = "Transfer-Encoding";
  private static final String UPGRADE = "Upgrade";

  /** RFC 9110, section 15: 1xx is followed by another response. */
  private static final int LOWEST_FINAL_STATUS = 200;

  private Framing() {}

  /**
   * Refuses a request that a server may read as two. OkHttp does not check the values of headers
   * that were added with {@link Headers.Builder#addUnsafeNonAscii}.
   *
   * @throws WrappedApiIOException if so; then nothing was sent
   */
  static void check(Request request) throws WrappedApiIOException {
    Headers headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      if (endsEarly(headers.value(i))) {
        throw refused(
            request,
            "the value of its header "
                + headers.name(i)
                + " has a line break or a null character, after which a server may read another"
                + " header or request; remove it");
      }
    }
    if (request.body() == null && announcesBody(headers)) {
      throw refused(
          request,
          "its headers announce a body, and it has none, so the server would take the next request"
              + " for it; remove Content-Length and Transfer-Encoding");
    }
  }

  /**
   * Refuses a request that asks for another protocol. OkHttp runs no network interceptor for a web
   * socket, so nothing would check the request that carries the token.
   *
   * @throws WrappedApiIOException if so; then nothing was sent
   */
  static void refuseUpgrade(Request request) throws WrappedApiIOException {
    if (request.header(UPGRADE) != null || UPGRADE.equalsIgnoreCase(request.header("Connection"))) {
      throw refused(
          request,
          "it asks the server to change the protocol; remove the headers Upgrade and Connection");
    }
  }

  private static boolean endsEarly(String value) {
    return value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0 || value.indexOf('\0') >= 0;
  }

  private static boolean announcesBody(Headers headers) {
    @Nullable String length = headers.get(CONTENT_LENGTH);
    return (length != null && !length.equals("0")) || headers.get(TRANSFER_ENCODING) != null;
  }

  private static WrappedApiIOException refused(Request request, String reason) {
    return new WrappedApiIOException(
        new ConnectionException(
            CallLabel.of(request) + " was not sent, because " + reason + ".", null));
  }

  /**
   * Returns {@code response}.
   *
   * @throws ProtocolException if it states an invalid length, or several; or if its status is not
   *     that of a final response. Then the rest would be read as the next response, such as after
   *     101, which no request asks for, and after the second of two informational responses, which
   *     OkHttp 4 takes for the final one
   */
  static Response checked(Response response) throws ProtocolException {
    if (response.code() < LOWEST_FINAL_STATUS) {
      throw invalidStatus();
    }
    // Loops, because a list of the values and streams cost each response 400 bytes.
    Headers headers = response.headers();
    @Nullable String length = null;
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase(CONTENT_LENGTH)) {
        String value = headers.value(i);
        if (!isDigits(value) || (length != null && !length.equals(value))) {
          throw new ProtocolException("the response has an invalid Content-Length");
        }
        length = value;
      }
    }
    return response;
  }

  /**
   * Throws if OkHttp threw {@code failure} because of a status below zero, which it takes for a
   * programming error.
   *
   * @throws ProtocolException if so
   */
  static void throwIfOfStatus(IllegalStateException failure) throws ProtocolException {
    if (String.valueOf(failure.getMessage()).startsWith("code < 0")) {
      throw invalidStatus();
    }
  }

  private static ProtocolException invalidStatus() {
    return new ProtocolException("the response has an invalid status");
  }

  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
