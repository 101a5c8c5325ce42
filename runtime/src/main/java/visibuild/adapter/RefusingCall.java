package visibuild.adapter;

import java.util.function.Predicate;
import retrofit2.Call;
import retrofit2.Response;

/** A call of which an error of the server's is a failure too. */
final class RefusingCall<T> extends TranslatedCall<T> {
  private final Call<T> call;
  private final Predicate<Response<?>> refuses;

  /**
   * Makes a call.
   *
   * @param refuses whether an answer that is an error becomes an exception
   */
  RefusingCall(Call<T> call, Predicate<Response<?>> refuses) {
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
    return new RefusingCall<>(call.clone(), refuses);
  }
}
