package visibuild.sample.api;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Location;
import visibuild.sample.records.LocationClosure;

/** The places of a site. */
@VisibuildApi(scope = Scope.READ)
public interface LocationsApi {
  /** All locations of a project. */
  @GET("projects/{projectId}/locations")
  Paged<Location> ofProject(@Path("projectId") String projectId);

  /** Which location lies in which. */
  @GET("projects/{projectId}/location-closures")
  Paged<LocationClosure> closures(@Path("projectId") String projectId);
}
