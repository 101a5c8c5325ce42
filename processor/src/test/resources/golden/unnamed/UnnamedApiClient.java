import javax.annotation.processing.Generated;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.call.ClientCalls;

/**
 * Client of {@link UnnamedApi}. Needs {@link Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class UnnamedApiClient implements UnnamedApi {
  private final Calls calls;

  private UnnamedApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static UnnamedApi create(ReadAccess access) {
    return new UnnamedApiClient(access);
  }

  @Override
  public UnnamedApi.Status status() {
    return ClientCalls.execute(calls.status());
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/status")
    Call<UnnamedApi.Status> status();
  }
}
