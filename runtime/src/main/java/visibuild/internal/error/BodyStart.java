package visibuild.internal.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 KiB of an error's body. A body that breaks off is represented by the part that came.
 *
 * @param isTruncated whether the body may go on after {@code text}
 */
public record BodyStart(String text, boolean isTruncated) {
  private static final int MAX_BYTES = 64 * 1024;

  /** Reads the start of {@code body}, and leaves it open. */
  public static BodyStart read(ResponseBody body) {
    Buffer start = new Buffer();
    boolean isComplete = false;
    try {
      while (!isComplete && start.size() < MAX_BYTES) {
        isComplete = body.source().read(start, MAX_BYTES - start.size()) == -1;
      }
    } catch (IOException e) {
      // The status matters most; the part that was read so far serves as the body.
    }
    return new BodyStart(text(start, body.contentType()), !isComplete);
  }

  /** Reads in the encoding that a byte order mark or else {@code type} names, else as UTF-8. */
  private static String text(Buffer bytes, @Nullable MediaType type) {
    try (ResponseBody whole = ResponseBody.create(bytes, type, bytes.size())) {
      return whole.string();
    } catch (IOException e) {
      throw new UncheckedIOException("A buffer in memory can always be read.", e);
    }
  }
}
