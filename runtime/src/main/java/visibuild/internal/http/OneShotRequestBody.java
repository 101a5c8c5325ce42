package visibuild.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The body of a write, which OkHttp does not send a second time by itself: where a connection
 * breaks off, the server may have acted, and a ticket would be opened twice.
 */
final class OneShotRequestBody extends RequestBody {
  private final RequestBody body;

  OneShotRequestBody(RequestBody body) {
    this.body = body;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public boolean isDuplex() {
    return body.isDuplex();
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
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink);
  }
}
