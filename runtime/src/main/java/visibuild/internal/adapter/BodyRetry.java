package visibuild.internal.adapter;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.Request;

/** Decides whether a call is repeated after its response body broke off. */
@FunctionalInterface
public interface BodyRetry {
  /**
   * Waits before another attempt and returns true, or returns false.
   *
   * @param repetition the number of requests that have broken off
   * @param cancelled whether the call was cancelled
   * @param nanosLeft the rest of the call's timeout
   * @throws IOException if the call was cancelled or interrupted meanwhile
   */
  boolean await(Request request, int repetition, BooleanSupplier cancelled, long nanosLeft)
      throws IOException;

  /** Lets {@code next} carry on the call of {@code request}, with the same limits. */
  default void carry(Request request, Request next) {}
}
