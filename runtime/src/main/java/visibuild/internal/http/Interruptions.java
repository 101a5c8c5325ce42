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
   * <p>Any other exception passes unchanged, also a checked one: an interceptor of the program that
   * is written in Kotlin need not declare it.
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
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw asIoException(e);
      }
      throw Interruptions.<RuntimeException>undeclared(e);
    }
  }

  /**
   * Returns {@code failure} as an exception that needs no declaration, so that it keeps its type.
   */
  @SuppressWarnings("unchecked") // The cast is not checked, and is right for no type but E itself.
  private static <E extends Exception> E undeclared(Exception failure) throws E {
    throw (E) failure;
  }

  static InterruptedIOException asIoException(Exception cause) {
    InterruptedIOException interrupted = new InterruptedIOException(MESSAGE);
    interrupted.initCause(cause);
    return interrupted;
  }
}
