package visibuild.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import visibuild.Upload;
import visibuild.UploadException;
import visibuild.internal.error.InterruptErrors;
import visibuild.internal.error.WrappedApiIOException;

/** The bytes of an upload on their way. Its type is among the headers that Visibuild names. */
final class FileBody extends RequestBody {
  private final Upload upload;
  private final long size;

  FileBody(Upload upload, long size) {
    this.upload = upload;
    this.size = size;
  }

  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return size;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long sent = 0;
    try (InputStream bytes = open()) {
      int read;
      while ((read = read(bytes, buffer)) != -1) {
        sent += read;
        if (sent > size) {
          break;
        }
        sink.write(buffer, 0, read);
        upload.progress().accept(sent);
      }
    }
    if (sent != size) {
      throw failure("changed while it was uploaded; upload it again.", null);
    }
  }

  private InputStream open() throws IOException {
    try {
      return upload.source().open();
    } catch (IOException e) {
      throw failure(unreadable(e), e);
    }
  }

  private int read(InputStream bytes, byte[] buffer) throws IOException {
    try {
      return bytes.read(buffer);
    } catch (IOException e) {
      throw failure(unreadable(e), e);
    }
  }

  /**
   * Returns the message for a file that was not read; the message of {@code cause} may contain
   * anything. An interrupted thread stays interrupted, whatever the source did to its status.
   */
  static String unreadable(IOException cause) {
    if (InterruptErrors.isThreadInterrupt(cause)) {
      Thread.currentThread().interrupt();
      return "was not uploaded, because the thread was interrupted.";
    }
    if (InterruptErrors.isTimeout(cause)) {
      return "cannot be read, because its source timed out.";
    }
    return "cannot be read (" + cause.getClass().getSimpleName() + ").";
  }

  /** Returns a permanent failure, since the file and not the connection is its cause. */
  private WrappedApiIOException failure(String reason, @Nullable IOException cause) {
    return new WrappedApiIOException(new UploadException(upload.filename() + " " + reason, cause));
  }
}
