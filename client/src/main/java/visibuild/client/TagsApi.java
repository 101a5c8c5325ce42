package visibuild.client;

import retrofit2.http.GET;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Tags for visis. Reads only.
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface TagsApi {
  /**
   * Lists the tags that visis can carry.
   *
   * <p>{@code GET /api/core/v1/tags}; paged; scope {@code read}. Source: client code.
   */
  @GET("tags")
  Paged<Tag> list();
}
