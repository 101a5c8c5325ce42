package visibuild.internal.log;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;
import visibuild.internal.error.TokenRedactor;

/** The start of a body in a log. Only JSON is shown; of another body, its length and type. */
final class BodyPreview {
  /** The longest start of a body that is shown, in bytes. */
  static final int MAX_BYTES = 4 * 1024;

  private BodyPreview() {}

  /** Returns the start of a response's body; the body itself can still be read whole. */
  static String of(Response response, TokenRedactor tokens) {
    MediaType type = response.body().contentType();
    long length = response.body().contentLength();
    if (!isJson(type)) {
      return hidden(type, length);
    }
    try {
      // One byte more than is shown, to know whether the body goes on.
      byte[] start = response.peekBody(MAX_BYTES + 1L).bytes();
      return of(start, type, length, tokens);
    } catch (IOException e) {
      return "(a body that could not be read)";
    }
  }

  /** Returns the start of a request's body. */
  static String of(RequestBody body, Buffer start, TokenRedactor tokens) {
    return of(start.snapshot().toByteArray(), body.contentType(), length(body), tokens);
  }

  /** Returns the description of a request's body that is not JSON. */
  static String hidden(RequestBody body) {
    return hidden(body.contentType(), length(body));
  }

  static boolean isJson(@Nullable MediaType type) {
    return type != null && (type.subtype().equals("json") || type.subtype().endsWith("+json"));
  }

  private static String of(
      byte[] start, @Nullable MediaType type, long length, TokenRedactor tokens) {
    boolean isTruncated = start.length > MAX_BYTES;
    return JsonRedactor.redact(start, Math.min(start.length, MAX_BYTES), tokens, isTruncated)
        .orElseGet(() -> hidden(type, length < 0 && !isTruncated ? start.length : length));
  }

  private static String hidden(@Nullable MediaType type, long length) {
    String size = length < 0 ? "a body" : length + " bytes";
    String of = type == null ? "unknown type" : type.type() + "/" + type.subtype();
    return "(" + size + " of " + TextSanitizer.clean(of) + ", not shown)";
  }

  private static long length(RequestBody body) {
    try {
      return body.contentLength();
    } catch (IOException e) {
      return -1;
    }
  }
}
