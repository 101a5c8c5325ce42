package visibuild.internal.retry;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Request;

/**
 * Remembers the waits and retries of a request, for the case that its response body breaks off and
 * another request carries the same call on. Holds requests that waited or were repeated only, and
 * each no longer than the request is in use. Safe for use by several threads.
 */
public final class SpentRetries {
  private static final Spent NOTHING = new Spent(Duration.ZERO, 0);

  private final Map<Request, Spent> byRequest = Collections.synchronizedMap(new WeakHashMap<>());

  /** Creates an empty record. */
  public SpentRetries() {}

  /** The waits and retries of one call so far. */
  record Spent(Duration waited, int retries) {
    Spent plus(Duration wait, int more) {
      return new Spent(waited.plus(wait), retries + more);
    }
  }

  Spent of(Request request) {
    return byRequest.getOrDefault(request, NOTHING);
  }

  void record(Request request, Spent spent) {
    byRequest.put(request, spent);
  }

  /** Records for {@code next} what {@code request} has spent. */
  void carry(Request request, Request next) {
    Spent spent = of(request);
    if (!spent.equals(NOTHING)) {
      record(next, spent);
    }
  }
}
