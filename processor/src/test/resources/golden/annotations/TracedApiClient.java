package golden.annotations;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.WriteAccess;
import visibuild.call.ClientCalls;

/**
 * Client of {@link TracedApi}. Needs {@link Scope#READ_WRITE}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
@Deprecated
public final class TracedApiClient implements TracedApi {
  private final Calls calls;

  private TracedApiClient(WriteAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ_WRITE);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static TracedApi create(WriteAccess access) {
    return new TracedApiClient(access);
  }

  @Override
  public List<String> traces(String id) {
    return ClientCalls.execute(calls.traces(id));
  }

  @Override
  @Deprecated(
      since = "2",
      forRemoval = true
  )
  @SuppressWarnings("removal")
  public void old() {
    ClientCalls.executeVoid(calls.old());
  }

  @Override
  @SuppressWarnings("deprecation")
  public OldTrace older() {
    return ClientCalls.execute(calls.older());
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @Traced(
        text = "a \"quoted\" $line\n",
        letter = '\'',
        large = 4000000000L,
        numbers = {1.0, 0.0/0.0},
        type = int[].class,
        units = TimeUnit.DAYS,
        label = @Traced.Label("one"),
        labels = {@Traced.Label("two"), @Traced.Label("three")}
    )
    @Headers({"Accept-Language: en", "X-Trace: on"})
    @GET("api/core/v1/traces/all")
    Call<List<String>> traces(@Traced(numbers = {}) @Header("X-Id") String id);

    @POST("api/core/v1/traces")
    @Deprecated(
        since = "2",
        forRemoval = true
    )
    Call<Void> old();

    @POST("api/core/v1/older")
    @SuppressWarnings("deprecation")
    Call<OldTrace> older();
  }
}
