package visibuild.internal.adapter;

import java.util.function.Predicate;
import retrofit2.Call;
import retrofit2.Response;

/** A call of which an error of the server's is a failure too. */
final class FailOnErrorCall<T> extends ErrorMappingCall<T> {
  private final Call<T> call;
  private final Predicate<Response<?>> refuses;

  /**
   * Makes a call.
   *
   * @param refuses whether an answer that is an error becomes an exception
   */
  FailOnErrorCall(Call<T> call, Predicate<Response<?>> refuses) {
    super(call);
    this.call = call;
    this.refuses = refuses;
  }

  @Override
  boolean refuses(Response<T> error) {
    return refuses.test(error);
  }

  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone is not Object's.
  @Override
  public Call<T> clone() {
    return new FailOnErrorCall<>(call.clone(), refuses);
  }
}
