package program;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import program.other.Outer;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** Each way in which Jackson or Retrofit looks at a class by reflection. */
@VisibuildApi(scope = Scope.READ_WRITE)
interface ModelsApi extends Crud<Models.Created> {
  @GET("visis")
  Paged<Models.Visi> visis(
      @Query("status") List<Models.Status> status, @Query("day") @Nullable DayOfWeek day);

  @GET("shapes")
  List<Models.Shape> shapes();

  @GET("bean")
  CompletableFuture<Models.Bean> bean();

  @GET("built")
  Call<Models.Built> built();

  @GET("price")
  Optional<Models.Price> price();

  @GET("box")
  Models.Box<Models.Item[]> box();

  @GET("inner")
  Outer.Inner inner();

  @GET("marked")
  Models.Marked marked();

  @POST("sent")
  Models.Echo send(@Body Models.Sent sent);

  @Multipart
  @POST("parts")
  Models.Echo upload(@Part("about") Models.About about);
}
