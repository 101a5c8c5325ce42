package visibuild.sample.api;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.DefectRound;
import visibuild.sample.records.ProjectMilestone;
import visibuild.sample.records.Subtype;

/** How the work of a project is divided. */
@VisibuildApi(scope = Scope.READ)
public interface ProjectSetupApi {
  /** The finer kinds of visis. */
  @GET("projects/{projectId}/subtypes")
  Paged<Subtype> subtypes(@Path("projectId") String projectId);

  /** The milestones. */
  @GET("projects/{projectId}/milestones")
  Paged<ProjectMilestone> milestones(@Path("projectId") String projectId);

  /** The rounds in which defects are looked for. */
  @GET("projects/{projectId}/defect-rounds")
  Paged<DefectRound> defectRounds(@Path("projectId") String projectId);
}
