package visibuild.sample.readme;

import io.reactivex.rxjava3.core.Single;
import java.util.List;
import okhttp3.ResponseBody;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import visibuild.RequiresScope;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Visi;

/** The methods that the README shows by themselves, and that read. */
@VisibuildApi(scope = Scope.READ)
interface ReadsApi {
  record VisiQuery(String text) {}

  @RequiresScope(Scope.READ)
  @POST("visis/search")
  List<Visi> search(@Body VisiQuery query);

  @GET("tickets/{id}/photo")
  ResponseBody photo(@Path("id") String id);

  @GET("tickets/{id}")
  Single<Ticket> get(@Path("id") String id);
}
