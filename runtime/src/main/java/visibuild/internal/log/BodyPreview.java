package visibuild.internal.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import visibuild.internal.error.TokenRedactor;

/** The start of a body in a log. */
final class BodyPreview {
  /** Of a body longer than this, the rest is left out. */
  static final long LONGEST_BYTES = 4 * 1024;

  private BodyPreview() {}

  /** The start of an answer's body, without {@code tokens}; the answer stays as it is to read. */
  static String of(Response response, TokenRedactor tokens) {
    if (!isText(response.body().contentType())) {
      return "(a body that is no text)";
    }
    try {
      // One byte more than is told, to know whether there is more.
      return of(
          response.peekBody(LONGEST_BYTES + 1).source().readByteString().toByteArray(), tokens);
    } catch (IOException e) {
      return "(a body that broke off)";
    }
  }

  static String of(byte[] start, TokenRedactor tokens) {
    boolean isWhole = start.length <= LONGEST_BYTES;
    int length = (int) Math.min(start.length, LONGEST_BYTES);
    String text = new String(start, 0, length, StandardCharsets.UTF_8);
    return isWhole
        ? Redactor.body(tokens.redact(text))
        : Redactor.body(tokens.redactTruncated(text)) + "...";
  }

  static String of(Buffer start, TokenRedactor tokens) {
    return of(start.snapshot().toByteArray(), tokens);
  }

  static boolean isText(@Nullable RequestBody body) {
    return body != null && isText(body.contentType());
  }

  private static boolean isText(@Nullable MediaType type) {
    return type != null
        && (type.type().equals("text")
            || type.subtype().equals("json")
            || type.subtype().endsWith("+json")
            || type.subtype().equals("x-www-form-urlencoded"));
  }
}
