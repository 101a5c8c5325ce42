package golden.clashes;

import retrofit2.http.POST;
import retrofit2.http.Query;
import visibuild.RequiresScope;
import visibuild.VisibuildApi;

@VisibuildApi(scope = visibuild.Scope.READ)
public interface ScopesApi {
  @RequiresScope(visibuild.Scope.READ)
  @POST("scopes/search")
  Scope search(@Query("scope") Scope scope);
}
