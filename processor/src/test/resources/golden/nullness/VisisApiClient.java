package golden.nullness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import visibuild.Page;
import visibuild.Paged;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.call.ClientCalls;

/**
 * Client of {@link VisisApi}. Needs {@link Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
@NullMarked
public final class VisisApiClient implements VisisApi {
  private final Calls calls;

  private VisisApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static VisisApi create(ReadAccess access) {
    return new VisisApiClient(access);
  }

  @Override
  public Paged<String> list(@Nullable Instant updatedAfter) {
    return ClientCalls.paged((pageSize, next) -> calls.list(updatedAfter, pageSize, next));
  }

  @Override
  public List<@Nullable String> titles(Map<String, @Nullable Object> filter,
      Map. @Nullable Entry<String, String> entry) {
    return ClientCalls.execute(calls.titles(filter, entry));
  }

  @Override
  public @Nullable String first(@Nullable String @Nullable [] tags) {
    return ClientCalls.execute(calls.first(tags));
  }

  @Override
  public CompletableFuture<@Nullable Void> none() {
    return ClientCalls.asyncVoid(calls.none());
  }

  @Override
  public int size(@Checked(max = 9) Integer limit) {
    return ClientCalls.execute(calls.size(limit));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/visis")
    Call<Page<String>> list(@Query("updatedAfter") @Nullable Instant updatedAfter,
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);

    @GET("api/core/v1/visis")
    Call<List<@Nullable String>> titles(@QueryMap Map<String, @Nullable Object> filter,
        @Query("entry") Map. @Nullable Entry<String, String> entry);

    @GET("api/core/v1/visis/first")
    Call<String> first(@Query("tag") @Nullable String @Nullable [] tags);

    @GET("api/core/v1/visis/none")
    Call<Void> none();

    @GET("api/core/v1/visis/size")
    Call<Integer> size(@Query("limit") @Checked(max = 9) Integer limit);
  }
}
