package golden.unicode;

import retrofit2.http.GET;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

@VisibuildApi(scope = Scope.READ)
public interface ÜbersichtApi {
  record Gebäude(String straße) {}

  @GET("gebäude")
  Paged<Gebäude> alle(@Query("größe") int größe, @Query("名前") String 名前);
}
