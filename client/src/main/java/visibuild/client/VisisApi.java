package visibuild.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.IncrementalSync;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Visis, that is inspections and issues, with their tags, questions and history. Reads only: no
 * documented endpoint creates or changes a visi.
 *
 * <pre>{@code
 * for (Visi visi : api.visis().ofProject(projectId)) {
 *   System.out.println(visi.alias() + " " + visi.title());
 * }
 * }</pre>
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface VisisApi {
  /**
   * Lists all visis of a project.
   *
   * <p>The same request as {@link #changed}, without limits.
   */
  default Paged<Visi> ofProject(String projectId) {
    return changed(projectId, null, null);
  }

  /**
   * Lists the visis of a project that changed between two instants.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/visis}; paged; scope {@code read}. Source:
   * client code; help article <i>Pagination</i> for the two limits. Not documented: the treatment
   * of a change at exactly one of the limits.
   *
   * @param updatedAfter the lower limit, or {@code null} for none
   * @param updatedBefore the upper limit, or {@code null} for none
   */
  @GET("projects/{projectId}/visis")
  Paged<Visi> changed(
      @Path("projectId") String projectId,
      @Query("updatedAfter") @Nullable Instant updatedAfter,
      @Query("updatedBefore") @Nullable Instant updatedBefore);

  /**
   * Lists which tags stand on which visis of a project.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/visi-tags}; paged; scope {@code read}. Source:
   * client code.
   */
  @GET("projects/{projectId}/visi-tags")
  Paged<VisiTag> tags(@Path("projectId") String projectId);

  /**
   * Lists the questions of a project's visis with their responses.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/visi-requirements}; paged; scope {@code read}.
   * Source: client code.
   */
  @GET("projects/{projectId}/visi-requirements")
  Paged<VisiRequirement> requirements(@Path("projectId") String projectId);

  /**
   * Lists the status changes of a project's visis.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/visi-status-changes}; paged; scope {@code
   * read}. Source: client code.
   */
  @GET("projects/{projectId}/visi-status-changes")
  Paged<VisiStatusChange> statusChanges(@Path("projectId") String projectId);

  /**
   * Creates a sync that reads only the visis of a project that changed since its last run.
   *
   * <p>Each run sends {@code updatedAfter}. Deleted visis are not reported; archived ones are.
   */
  default IncrementalSync<Visi> sync(String projectId) {
    return IncrementalSync.of(
        since -> changed(projectId, since, null),
        Visi::id,
        visi -> Syncs.changeTime(visi.updatedAt()));
  }
}
