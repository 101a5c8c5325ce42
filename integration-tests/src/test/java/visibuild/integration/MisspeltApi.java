package visibuild.integration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.client.Ticket;
import visibuild.client.Visi;

/** An interface with names that the API does not have. */
@VisibuildApi(scope = Scope.READ_WRITE)
interface MisspeltApi {
  record Draft(String title, String projectId, List<String> attachmentKey) {}

  @GET("projects/{projectId}/visis")
  Paged<Visi> visis(
      @Path("projectId") String projectId, @Query("updatedSince") @Nullable String updatedSince);

  @POST("tickets")
  Ticket open(@Body Draft ticket);

  @GET("project/{projectId}/visis")
  Paged<Visi> visisOfProject(@Path("projectId") String projectId);
}
