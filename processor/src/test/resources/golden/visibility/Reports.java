package golden.visibility;

import retrofit2.http.GET;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** Nested interfaces, as visible as the types around them let them be. */
public final class Reports {
  private Reports() {}

  record Count(String projectId, int open) {}

  /** Another part of the API. */
  @VisibuildApi(scope = Scope.READ, path = "api/v2/")
  public interface CountsApi {
    @GET("projects/visi-counts")
    Paged<Count> counts();
  }

  @VisibuildApi(scope = Scope.READ, path = "api/v2/")
  protected interface InnerApi {
    @GET("projects/visi-counts")
    Paged<Count> counts();
  }
}
