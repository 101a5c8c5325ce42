package visibuild.benchmark.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;

/**
 * A connection with the response ready as soon as a request is written: the whole of the client
 * works as it does over a network, and neither the kernel nor a server's thread has a part in it.
 */
final class MemorySocket extends Socket {
  private static final int LONGEST_REQUEST_BYTES = 8 * 1024;

  private final byte[] request = new byte[LONGEST_REQUEST_BYTES];
  private int written;
  private byte[] response = new byte[0];
  private int read;

  /** Makes such connections. */
  static SocketFactory factory() {
    return new SocketFactory() {
      @Override
      public Socket createSocket() {
        return new MemorySocket();
      }

      @Override
      public Socket createSocket(String host, int port) {
        return createSocket();
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket();
      }

      @Override
      public Socket createSocket(InetAddress host, int port) {
        return createSocket();
      }

      @Override
      public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket();
      }
    };
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) {}

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws SocketTimeoutException {
        if (read == response.length) {
          throw idle();
        }
        return response[read++];
      }

      @Override
      public int read(byte[] target, int offset, int length) throws SocketTimeoutException {
        if (read == response.length) {
          throw idle();
        }
        int count = Math.min(length, response.length - read);
        System.arraycopy(response, read, target, offset, count);
        read += count;
        return count;
      }
    };
  }

  /** An idle connection has nothing to read, and is open. */
  private static SocketTimeoutException idle() {
    return new SocketTimeoutException("no response is pending");
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        request[written++] = (byte) b;
      }

      @Override
      public void write(byte[] source, int offset, int length) {
        System.arraycopy(source, offset, request, written, length);
        written += length;
      }

      @Override
      public void flush() throws IOException {
        if (written > 0) {
          response = CannedResponses.to(request, written);
          read = 0;
          written = 0;
        }
      }
    };
  }
}
