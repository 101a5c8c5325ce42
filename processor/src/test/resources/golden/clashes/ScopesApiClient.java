package golden.clashes;

import javax.annotation.processing.Generated;
import retrofit2.Call;
import retrofit2.http.POST;
import retrofit2.http.Query;
import visibuild.ReadAccess;
import visibuild.RequiresScope;
import visibuild.call.CallsOf;
import visibuild.call.ClientCalls;

/**
 * Client of {@link ScopesApi}. Needs {@link visibuild.Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class ScopesApiClient implements ScopesApi {
  private final Calls calls;

  private ScopesApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, visibuild.Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static ScopesApi create(ReadAccess access) {
    return new ScopesApiClient(access);
  }

  @Override
  public Scope search(Scope scope) {
    return ClientCalls.execute(calls.search(scope));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  @CallsOf(ScopesApi.class)
  interface Calls {
    @RequiresScope(visibuild.Scope.READ)
    @POST("api/core/v1/scopes/search")
    Call<Scope> search(@Query("scope") Scope scope);
  }
}
