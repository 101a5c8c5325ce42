package visibuild.internal.log;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import visibuild.internal.error.TokenRedactor;

/** A request's body that keeps a copy of its start while it is sent, for the log. */
final class TeeRequestBody extends RequestBody {
  private final RequestBody body;
  private final Buffer start = new Buffer();

  TeeRequestBody(RequestBody body) {
    this.body = body;
  }

  /** Returns the start of the body that was sent last, without secrets. */
  String preview(TokenRedactor tokens) {
    return BodyPreview.of(body, start, tokens);
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return body.isOneShot();
  }

  @Override
  public boolean isDuplex() {
    return body.isDuplex();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    start.clear();
    BufferedSink copying =
        Okio.buffer(
            new ForwardingSink(sink) {
              @Override
              public void write(Buffer source, long byteCount) throws IOException {
                // One byte more than is shown, to know whether the body goes on.
                long wanted = Math.min(byteCount, BodyPreview.MAX_BYTES + 1 - start.size());
                source.copyTo(start, 0, Math.max(0, wanted));
                super.write(source, byteCount);
              }
            });
    body.writeTo(copying);
    // Not closed, because the sink belongs to the connection.
    copying.emit();
  }
}
