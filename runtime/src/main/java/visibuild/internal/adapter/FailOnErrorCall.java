package visibuild.internal.adapter;

import java.util.function.Predicate;
import retrofit2.Call;
import retrofit2.Response;

/** A call that also fails if the response has an error status. */
final class FailOnErrorCall<T> extends ErrorMappingCall<T> {
  private final transient Call<T> call;
  private final Predicate<Response<?>> refuses;
  private final BodyRetry retries;
  private final boolean observed;

  /**
   * Creates a call around {@code call}.
   *
   * @param refuses whether a response with an error status becomes an exception
   * @param observed whether the start and the end of the call are published
   */
  FailOnErrorCall(
      Call<T> call, Predicate<Response<?>> refuses, BodyRetry retries, boolean observed) {
    super(call, retries, observed);
    this.call = call;
    this.refuses = refuses;
    this.retries = retries;
    this.observed = observed;
  }

  @Override
  boolean refuses(Response<T> error) {
    return refuses.test(error);
  }

  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone is not Object's.
  @Override
  public Call<T> clone() {
    return new FailOnErrorCall<>(call.clone(), refuses, retries, observed);
  }
}
