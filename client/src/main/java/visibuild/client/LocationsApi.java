package visibuild.client;

import java.time.Instant;
import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.IncrementalSync;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Locations of projects. Reads only.
 *
 * <pre>{@code
 * Paged<Location> locations = api.locations().ofProject(projectId);
 * }</pre>
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface LocationsApi {
  /**
   * Lists all locations of a project.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/locations}; paged; scope {@code read}. Source:
   * client code.
   */
  @GET("projects/{projectId}/locations")
  Paged<Location> ofProject(@Path("projectId") String projectId);

  /**
   * Lists the ancestor-descendant pairs of a project's tree of locations.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/location-closures}; paged; scope {@code read}.
   * Source: client code.
   */
  @GET("projects/{projectId}/location-closures")
  Paged<LocationClosure> closures(@Path("projectId") String projectId);

  /**
   * Creates a sync that passes on new and changed locations of a project.
   *
   * <p>A location carries no time of change and the endpoint has no filter, so each run reads the
   * whole list. The sync keeps the locations of its last run in memory and leaves out equal ones.
   * Deleted locations are not reported.
   */
  default IncrementalSync<Location> sync(String projectId) {
    // A change time that is never in the past makes the sync compare each record with the last run.
    return IncrementalSync.of(since -> ofProject(projectId), Location::id, location -> Instant.MAX);
  }
}
