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
      Interruptions.<RuntimeException>throwUndeclared(e);
      throw new AssertionError(e);
    }
  }

  /** Throws {@code failure} itself, although the compiler does not know its type. */
  @SuppressWarnings("unchecked") // The cast is not checked at run time.
  private static <E extends Exception> void throwUndeclared(Exception failure) throws E {
    throw (E) failure;
  }

  static InterruptedIOException asIoException(Exception cause) {
    InterruptedIOException interrupted = new InterruptedIOException(MESSAGE);
    interrupted.initCause(cause);
    return interrupted;
  }
}
