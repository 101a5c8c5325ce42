package golden.unicode;

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
 * Client of {@link ÜbersichtApi}. Needs {@link Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class ÜbersichtApiClient implements ÜbersichtApi {
  private final Calls calls;

  private ÜbersichtApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static ÜbersichtApi create(ReadAccess access) {
    return new ÜbersichtApiClient(access);
  }

  @Override
  public Paged<ÜbersichtApi.Gebäude> alle(int größe, String 名前) {
    return ClientCalls.paged((pageSize, next) -> calls.alle(größe, 名前, pageSize, next));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/gebäude")
    Call<Page<ÜbersichtApi.Gebäude>> alle(@Query("größe") int größe, @Query("名前") String 名前,
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);
  }
}
