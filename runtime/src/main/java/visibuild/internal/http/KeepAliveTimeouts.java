package visibuild.internal.http;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The connections that carried a response before, and the time for which the server keeps each of
 * them open: {@code Keep-Alive: timeout=5} (RFC 2068, section 19.7.1), as Node, Apache and nginx
 * send. Near that time the server's close may already be on its way, and no probe can see it yet.
 * Safe for use by several threads.
 */
final class KeepAliveTimeouts {
  private static final String HEADER = "Keep-Alive";
  private static final String CONNECTION = "Connection";
  private static final String TIMEOUT = "timeout=";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long UNLIMITED = Long.MAX_VALUE;

  /** The part of the server's timeout during which a write uses the connection, in percent. */
  private static final long USABLE_PERCENT = 80;

  private final Lock lock = new ReentrantLock();
  private final Map<Connection, Lease> leases = new WeakHashMap<>();
  private final LongSupplier nanos;

  /**
   * Creates an empty record.
   *
   * @param nanos the current time, as of {@link System#nanoTime}
   */
  KeepAliveTimeouts(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Records that {@code response} came on {@code connection}. */
  void record(Connection connection, Response response) {
    @Nullable String header = response.header(HEADER);
    long now = nanos.getAsLong();
    long usable = usableNanos(response, header);
    lock.lock();
    try {
      @Nullable Lease lease = leases.get(connection);
      if (lease == null) {
        lease = new Lease();
        leases.put(connection, lease);
      }
      lease.lastResponse = now;
      lease.usable = usable;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether {@code connection} carried a response before. */
  boolean isReused(Connection connection) {
    lock.lock();
    try {
      return leases.containsKey(connection);
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the server is about to close {@code connection}, if it is idle. */
  boolean isExpiring(Connection connection) {
    lock.lock();
    try {
      @Nullable Lease lease = leases.get(connection);
      return lease != null && nanos.getAsLong() - lease.lastResponse >= lease.usable;
    } finally {
      lock.unlock();
    }
  }

  private static long usableNanos(Response response, @Nullable String keepAlive) {
    if (isLast(response)) {
      return 0;
    }
    return keepAlive == null ? UNLIMITED : usableNanos(keepAlive);
  }

  /**
   * Returns whether the server closes the connection after {@code response} (RFC 9112, section
   * 9.3): it announces that, or speaks HTTP/1.0 without "keep-alive". OkHttp recognizes {@code
   * close} only if the header has no other value, and ignores the version.
   */
  private static boolean isLast(Response response) {
    List<String> options = response.headers(CONNECTION);
    if (options.isEmpty()) {
      return response.protocol() == Protocol.HTTP_1_0;
    }
    return hasOption(options, "close")
        || (response.protocol() == Protocol.HTTP_1_0 && !hasOption(options, "keep-alive"));
  }

  private static boolean hasOption(List<String> headers, String option) {
    for (String header : headers) {
      for (String each : header.split(",", -1)) {
        if (each.strip().equalsIgnoreCase(option)) {
          return true;
        }
      }
    }
    return false;
  }

  private static long usableNanos(String header) {
    int start = indexOfTimeout(header);
    long seconds = 0;
    int digits = 0;
    for (int i = start < 0 ? header.length() : start + TIMEOUT.length(); i < header.length(); i++) {
      char c = header.charAt(i);
      if (c < '0' || c > '9' || digits == 6) {
        break;
      }
      seconds = seconds * 10 + (c - '0');
      digits++;
    }
    return digits == 0 ? UNLIMITED : seconds * NANOS_PER_SECOND / 100 * USABLE_PERCENT;
  }

  /** The case of a parameter's name has no meaning. */
  private static int indexOfTimeout(String header) {
    for (int i = 0; i + TIMEOUT.length() <= header.length(); i++) {
      if (header.regionMatches(true, i, TIMEOUT, 0, TIMEOUT.length())) {
        return i;
      }
    }
    return -1;
  }

  private static final class Lease {
    private long lastResponse;
    private long usable = UNLIMITED;
  }
}
