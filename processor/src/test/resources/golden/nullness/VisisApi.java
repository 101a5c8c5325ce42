package golden.nullness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** Type annotations stay where they are. */
@NullMarked
@VisibuildApi(scope = Scope.READ)
public interface VisisApi {
  @GET("visis")
  Paged<String> list(@Query("updatedAfter") @Nullable Instant updatedAfter);

  @GET("visis")
  List<@Nullable String> titles(
      @QueryMap Map<String, @Nullable Object> filter, @Query("entry") Map.@Nullable Entry<String, String> entry);

  @GET("visis/first")
  @Nullable String first(@Query("tag") @Nullable String @Nullable [] tags);

  @GET("visis/none")
  CompletableFuture<@Nullable Void> none();

  @GET("visis/size")
  int size(@Checked(max = 9) @Query("limit") Integer limit);
}
