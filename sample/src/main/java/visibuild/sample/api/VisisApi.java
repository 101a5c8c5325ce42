package visibuild.sample.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Visi;
import visibuild.sample.records.VisiRequirement;
import visibuild.sample.records.VisiStatusChange;
import visibuild.sample.records.VisiTag;

/** Inspections and issues, with all that hangs on them. */
@VisibuildApi(scope = Scope.READ)
public interface VisisApi {
  /** All visis of a project. */
  default Paged<Visi> ofProject(String projectId) {
    return changed(projectId, null, null);
  }

  /** The visis of a project that changed between two instants; {@code null} means no limit. */
  @GET("projects/{projectId}/visis")
  Paged<Visi> changed(
      @Path("projectId") String projectId,
      @Query("updatedAfter") @Nullable Instant updatedAfter,
      @Query("updatedBefore") @Nullable Instant updatedBefore);

  /** Which visi carries which tag. */
  @GET("projects/{projectId}/visi-tags")
  Paged<VisiTag> tags(@Path("projectId") String projectId);

  /** The questions of the visis, and their answers. */
  @GET("projects/{projectId}/visi-requirements")
  Paged<VisiRequirement> requirements(@Path("projectId") String projectId);

  /** What happened to the visis. */
  @GET("projects/{projectId}/visi-status-changes")
  Paged<VisiStatusChange> statusChanges(@Path("projectId") String projectId);
}
