package visibuild.internal.adapter;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.Request;

/** Decides whether a call is repeated after its response body broke off. */
@FunctionalInterface
public interface BodyRetry {
  /** Repeats no call. */
  BodyRetry NEVER = (request, retry, cancelled, nanosLeft) -> false;

  /**
   * Waits before another attempt and returns true, or returns false.
   *
   * @param retry the number of the retry, from 1
   * @param cancelled whether the call was cancelled
   * @param nanosLeft the rest of the call's timeout
   * @throws IOException if the call was cancelled or interrupted meanwhile
   */
  boolean await(Request request, int retry, BooleanSupplier cancelled, long nanosLeft)
      throws IOException;

  /** Is notified that {@code next} carries on the call of {@code request}. */
  default void carry(Request request, Request next) {}
}
