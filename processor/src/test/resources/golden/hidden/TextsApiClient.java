package golden.hidden;

import java.lang.Integer;
import java.lang.Override;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Page;
import visibuild.Paged;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.call.ClientCalls;

/**
 * Client of {@link TextsApi}. Needs {@link Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class TextsApiClient implements TextsApi {
  private final Calls calls;

  private TextsApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static TextsApi create(ReadAccess access) {
    return new TextsApiClient(access);
  }

  @Override
  public Paged<String> texts(java.lang.String id) {
    return ClientCalls.paged((pageSize, next) -> calls.texts(id, pageSize, next));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/texts/{id}")
    Call<Page<String>> texts(@Path("id") java.lang.String id,
        @Query("pageSize") @Nullable Integer pageSize,
        @Query("next") java.lang. @Nullable String next);
  }
}
