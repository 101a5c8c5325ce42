package visibuild.upload;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import visibuild.Upload;

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
    try (InputStream bytes = upload.source().open()) {
      int read;
      while ((read = bytes.read(buffer)) != -1) {
        sent += read;
        if (sent > size) {
          break;
        }
        sink.write(buffer, 0, read);
        upload.progress().accept(sent);
      }
    }
    if (sent != size) {
      throw new ChangedFileException();
    }
  }
}
