package visibuild.client;

import retrofit2.http.GET;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Milestones that projects can use. Reads only; {@link ProjectsApi#milestones} lists those that one
 * project uses.
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface MilestonesApi {
  /**
   * Lists the milestones of the credential's companies.
   *
   * <p>{@code GET /api/core/v1/milestones}; paged; scope {@code read}. Source: client code.
   */
  @GET("milestones")
  Paged<Milestone> list();
}
