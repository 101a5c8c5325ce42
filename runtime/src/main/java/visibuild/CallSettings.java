package visibuild;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;

/** What the builder was told of calls. Not safe for use by several threads. */
final class CallSettings {
  private static final int USUAL_RETRIES = 3;
  private static final int MOST_RETRIES = 20;

  private int retries = USUAL_RETRIES;
  private Duration interval = Duration.ZERO;
  private @Nullable Duration timeout;
  private @Nullable String program;
  private boolean readsSnakeCase;
  private HttpLogLevel logLevel = HttpLogLevel.BASIC;
  private @Nullable Consumer<String> logReader;
  private @Nullable ClientAuthorizer authorizer;
  private @Nullable AccessUsage usage;
  private final List<CallAdapter.Factory> adapters = new ArrayList<>();

  int retries() {
    return retries;
  }

  void retries(int most) {
    if (most < 0 || most > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "The number of retries is " + most + "; give one from 0 to " + MOST_RETRIES + ".");
    }
    retries = most;
  }

  /** The time from one call to the next; zero where there is no limit. */
  Duration interval() {
    return interval;
  }

  void rateLimit(int calls, Duration period) {
    if (calls < 1 || period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException(
          "The rate limit is %d calls in %s; give at least 1, and a positive time."
              .formatted(calls, period));
    }
    interval = period.dividedBy(calls);
  }

  @Nullable Duration timeout() {
    return timeout;
  }

  void timeout(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException(
          "The timeout of calls is " + timeout + "; give a positive one.");
    }
    this.timeout = timeout;
  }

  @Nullable String program() {
    return program;
  }

  void program(String program) {
    if (!program.matches("[!-~][ -~]{0,199}")) {
      throw new IllegalArgumentException(
          "The program's name is not fit for a header; give ASCII such as \"site-report/2.1\".");
    }
    this.program = program;
  }

  boolean readsSnakeCase() {
    return readsSnakeCase;
  }

  void readSnakeCase() {
    readsSnakeCase = true;
  }

  HttpLogLevel logLevel() {
    return logLevel;
  }

  /** Who reads the log; null for the logger. */
  @Nullable Consumer<String> logReader() {
    return logReader;
  }

  void log(HttpLogLevel level, @Nullable Consumer<String> reader) {
    logLevel = level;
    logReader = reader;
  }

  void authorizer(ClientAuthorizer guard) {
    this.authorizer = guard;
  }

  void usage(AccessUsage usage) {
    this.usage = usage;
  }

  /** Who counts calls; null for nobody. */
  @Nullable AccessUsage usage() {
    return usage;
  }

  /** The clients of the connection, of which none is made yet. */
  ClientRegistry clients() {
    return new ClientRegistry(
        authorizer == null ? (client, scope) -> {} : authorizer,
        usage,
        authorizer == null && usage == null ? Level.DEBUG : Level.INFO);
  }

  List<CallAdapter.Factory> adapters() {
    return List.copyOf(adapters);
  }

  void adapter(CallAdapter.Factory adapter) {
    adapters.add(adapter);
  }
}
