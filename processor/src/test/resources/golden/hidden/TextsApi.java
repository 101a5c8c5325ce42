package golden.hidden;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

@VisibuildApi(scope = Scope.READ)
public interface TextsApi {
  @GET("texts/{id}")
  Paged<String> texts(@Path("id") java.lang.String id);
}
