package golden.visibility;

import retrofit2.http.GET;
import visibuild.Scope;
import visibuild.VisibuildApi;

@VisibuildApi(scope = Scope.READ)
interface HiddenApi {
  @GET("status")
  String status();
}
