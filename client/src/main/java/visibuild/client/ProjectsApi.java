package visibuild.client;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Projects with their members and their set-up. Reads only.
 *
 * <pre>{@code
 * ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
 * for (Project project : projects.list()) {
 *   System.out.println(project.name());
 * }
 * }</pre>
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface ProjectsApi {
  /**
   * Lists the projects that the credential reaches.
   *
   * <p>{@code GET /api/core/v1/projects}; paged; scope {@code read}. Source: client code.
   */
  @GET("projects")
  Paged<Project> list();

  /**
   * Lists the users that are members of a project.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/users}; paged; scope {@code read}. Source:
   * client code.
   */
  @GET("projects/{projectId}/users")
  Paged<ProjectUser> users(@Path("projectId") String projectId);

  /**
   * Lists the companies that are members of a project.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/companies}; paged; scope {@code read}. Source:
   * client code.
   */
  @GET("projects/{projectId}/companies")
  Paged<ProjectCompany> companies(@Path("projectId") String projectId);

  /**
   * Lists the subtypes of visis that a project uses.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/subtypes}; paged; scope {@code read}. Source:
   * client code.
   */
  @GET("projects/{projectId}/subtypes")
  Paged<Subtype> subtypes(@Path("projectId") String projectId);

  /**
   * Lists the milestones that a project uses.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/milestones}; paged; scope {@code read}. Source:
   * client code.
   */
  @GET("projects/{projectId}/milestones")
  Paged<ProjectMilestone> milestones(@Path("projectId") String projectId);

  /**
   * Lists the defect rounds of a project.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/defect-rounds}; paged; scope {@code read}.
   * Source: client code.
   */
  @GET("projects/{projectId}/defect-rounds")
  Paged<DefectRound> defectRounds(@Path("projectId") String projectId);
}
