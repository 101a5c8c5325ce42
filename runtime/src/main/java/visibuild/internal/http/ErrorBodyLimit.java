package visibuild.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Reads no more of an error than its start. Retrofit reads errors whole, however long, and forgets
 * the status where the body breaks off.
 */
final class ErrorBodyLimit {
  /** Has no body, but may state the length of another response's (RFC 9110, section 8.6). */
  private static final int NOT_MODIFIED = 304;

  private static final long LONGEST_BODY_BYTES = 64 * 1024;

  /** The time for the whole body: a read timeout alone lets a server send a byte now and then. */
  private static final long LONGEST_READ_SECONDS = 5;

  private ErrorBodyLimit() {}

  /** Returns the response; for an error, with the start of its body only. */
  static Response limited(Response response) {
    return response.isSuccessful() ? response : withStartOfBody(response);
  }

  private static Response withStartOfBody(Response response) {
    try (ResponseBody body = response.body()) {
      Buffer start = response.code() == NOT_MODIFIED ? new Buffer() : start(body.source());
      return response
          .newBuilder()
          .body(ResponseBody.create(start, body.contentType(), start.size()))
          .build();
    }
  }

  private static Buffer start(BufferedSource source) {
    try {
      // OkHttp clears it with the end of the body.
      source.timeout().deadline(LONGEST_READ_SECONDS, TimeUnit.SECONDS);
      boolean unused = source.request(LONGEST_BODY_BYTES);
    } catch (IOException e) {
      // The status is what counts; of the body, what came is all there is.
    }
    Buffer start = new Buffer();
    start.write(source.getBuffer(), Math.min(source.getBuffer().size(), LONGEST_BODY_BYTES));
    return start;
  }
}
