package golden.visibility;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Query;
import visibuild.Page;
import visibuild.Paged;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.call.ClientCalls;

/**
 * Client of {@link Reports.InnerApi}. Needs {@link Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
final class Reports_InnerApiClient implements Reports.InnerApi {
  private final Calls calls;

  private Reports_InnerApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  static Reports.InnerApi create(ReadAccess access) {
    return new Reports_InnerApiClient(access);
  }

  @Override
  public Paged<Reports.Count> counts() {
    return ClientCalls.paged((pageSize, next) -> calls.counts(pageSize, next));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/v2/projects/visi-counts")
    Call<Page<Reports.Count>> counts(@Query("pageSize") @Nullable Integer pageSize,
        @Query("next") @Nullable String next);
  }
}
