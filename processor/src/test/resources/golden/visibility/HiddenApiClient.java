package golden.visibility;

import javax.annotation.processing.Generated;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.call.ClientCalls;

/**
 * Client of {@link HiddenApi}. Needs {@link Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
final class HiddenApiClient implements HiddenApi {
  private final Calls calls;

  private HiddenApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  static HiddenApi create(ReadAccess access) {
    return new HiddenApiClient(access);
  }

  @Override
  public String status() {
    return ClientCalls.execute(calls.status());
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/status")
    Call<String> status();
  }
}
