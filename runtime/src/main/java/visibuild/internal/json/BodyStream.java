package visibuild.internal.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import visibuild.internal.error.BodyReadException;
import visibuild.internal.error.WrappedApiIOException;

/**
 * The bytes of a response. Marks failures of the connection, since Jackson wraps those that happen
 * within a value like failures of the program's own deserializers.
 */
final class BodyStream extends FilterInputStream {
  BodyStream(InputStream bytes) {
    super(bytes);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw marked(e);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException e) {
      throw marked(e);
    }
  }

  private static IOException marked(IOException failure) {
    return failure instanceof WrappedApiIOException ? failure : new BodyReadException(failure);
  }
}
