package visibuild.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Gives every interrupt of a call's thread the same form: an {@link InterruptedIOException}. */
final class Interruptions {
  private static final String MESSAGE = "interrupted";

  private Interruptions() {}

  /**
   * Sends {@code request} with {@code interceptor}.
   *
   * @throws InterruptedIOException also if OkHttp threw {@link InterruptedException}, which its
   *     Kotlin code does undeclared while it connects
   */
  static Response send(CallInterceptor interceptor, Interceptor.Chain chain, Request request)
      throws IOException {
    try {
      return interceptor.send(chain, request);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      Thread.currentThread().interrupt();
      throw asIoException(e);
    }
  }

  static InterruptedIOException asIoException(Exception cause) {
    InterruptedIOException interrupted = new InterruptedIOException(MESSAGE);
    interrupted.initCause(cause);
    return interrupted;
  }
}
