package visibuild;

import static visibuild.Preconditions.checkProvided;

import java.time.Duration;
import java.util.function.Consumer;
import retrofit2.CallAdapter;

/** The part of a builder that says how calls are made, whatever they travel by. */
abstract sealed class CallChoices permits VisibuildBuilder {
  private final CallSettings calls = new CallSettings();

  abstract VisibuildBuilder self();

  /** What was said. */
  final CallSettings calls() {
    return calls;
  }

  /**
   * Tells the logger {@code visibuild.http} so much of each request, while it is at {@code DEBUG};
   * {@link HttpLogLevel#BASIC} where nothing is said.
   */
  public VisibuildBuilder httpLog(HttpLogLevel level) {
    calls.log(checkProvided(level, "level of the HTTP log"), null);
    return self();
  }

  /** Tells {@code reader} so much of each request, in the thread that carries it out. */
  public VisibuildBuilder httpLog(HttpLogLevel level, Consumer<String> reader) {
    calls.log(
        checkProvided(level, "level of the HTTP log"),
        checkProvided(reader, "reader of the HTTP log"));
    return self();
  }

  /**
   * Repeats a call that failed in a way that may pass, at most {@code most} times; 3 where nothing
   * is said, and 0 for never.
   *
   * <p>A read is repeated after a failure of the connection and after 408, 429, 502, 503 and 504; a
   * write only where Visibuild cannot have acted: the connection was refused, or it was answered
   * 429, or 503 with {@code Retry-After}. The wait is what {@code Retry-After} says, else random,
   * below 0.5 to 30 s, and a minute after a 429, after which all calls of this connection wait. No
   * wait outlasts the call's timeout or its cancellation.
   *
   * <p>Not counted is what the transport does for a read whose connection breaks before an answer
   * came, since the server had closed it while it was idle, say: it is sent on another connection
   * at once. A write never is.
   *
   * @throws IllegalArgumentException if {@code most} is below 0 or above 20
   */
  public VisibuildBuilder retries(int most) {
    calls.retries(most);
    return self();
  }

  /**
   * Sends no more than {@code calls} in each {@code period}, evenly spread: the calls of all
   * clients and threads of this connection wait for their turn, in their order. A call whose turn
   * would come after its timeout fails at once. Another connection with the same credential does
   * not know of it. Without it they do not wait. Visibuild does not say what its limits are.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public VisibuildBuilder rateLimit(int calls, Duration period) {
    this.calls.rateLimit(calls, checkProvided(period, "period of the rate limit"));
    return self();
  }

  /**
   * Ends each call after {@code timeout}, its waits and repetitions included. Without it, the
   * timeouts of the HTTP client count; {@link RequestOptions#timeout(Duration)} is for one call,
   * and {@link Upload#timeout(Duration)} for the bytes of a file.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public VisibuildBuilder callTimeout(Duration timeout) {
    calls.timeout(checkProvided(timeout, "timeout of calls"));
    return self();
  }

  /**
   * Adds the program's own name to the {@code User-Agent}, such as {@code site-report/2.1}.
   *
   * @throws IllegalArgumentException if no header can carry it
   */
  public VisibuildBuilder userAgent(String program) {
    calls.program(checkProvided(program, "program's name"));
    return self();
  }

  /**
   * Reads answers in snake_case too, as older ones of Visibuild are: {@code due_date} is read into
   * {@code dueDate} of a record. What is sent stays as it is.
   */
  public VisibuildBuilder readSnakeCase() {
    calls.readSnakeCase();
    return self();
  }

  /**
   * Lets methods return types of another library, such as RxJava's {@code Single}. Its calls carry
   * tokens, and fail, as all others do; where the type names {@link retrofit2.Response}, an error
   * of the server's is a response. Without a factory for its type a method throws an {@link
   * IllegalStateException} when it is called.
   */
  public VisibuildBuilder callAdapterFactory(CallAdapter.Factory factory) {
    calls.adapter(checkProvided(factory, "call adapter factory"));
    return self();
  }

  /** Asks {@code guard} about each client before it is made; without it all may be. */
  public VisibuildBuilder clientAuthorizer(ClientAuthorizer guard) {
    calls.authorizer(checkProvided(guard, "client guard"));
    return self();
  }

  /** Counts calls in {@code usage}, to find out what the program uses; without it none is. */
  public VisibuildBuilder accessUsage(AccessUsage usage) {
    calls.usage(checkProvided(usage, "access usage"));
    return self();
  }
}
