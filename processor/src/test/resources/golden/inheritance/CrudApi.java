package golden.inheritance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import visibuild.Paged;

/** What every kind of record has; not annotated itself. */
interface CrudApi<T, N> extends Identified {
  @GET("{id}")
  T get(@Path("id") String id);

  @GET("all")
  Paged<T> all();

  @POST("new")
  T create(@Body N created);

  @POST("many")
  List<T> createAll(@Body List<@Nullable N> created, @retrofit2.http.Query("first") @Nullable T first);
}
