package visibuild.internal.error;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * The first 64 KiB of an error's body, read as UTF-8. A body that breaks off is represented by the
 * part that came.
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
    return new BodyStart(start.readString(StandardCharsets.UTF_8), !isComplete);
  }
}
