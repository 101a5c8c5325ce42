package visibuild.sample.docs;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.DataKey;
import visibuild.Paged;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Project;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.TicketStatus;
import visibuild.sample.records.Visi;

@VisibuildApi(scope = Scope.READ)
interface GuideApi {
  @GET("projects")
  Paged<Project> projects();

  @GET("tickets/{id}")
  Ticket ticket(@Path("id") String id);

  @GET("tickets/{id}")
  Optional<Ticket> findTicket(@Path("id") String id);

  @GET("tickets/{id}")
  CompletableFuture<Ticket> ticketLater(@Path("id") String id);

  @GET("tickets/{id}")
  Response<Ticket> ticketWithHeaders(@Path("id") String id);

  @GET("tickets/{id}")
  Ticket ticket(@Path("id") String id, RequestOptions options);

  @GET("tickets")
  Paged<Ticket> tickets(@Query("status") @Nullable TicketStatus status);

  @DataKey("visis")
  @GET("projects/{projectId}/visis")
  Paged<Visi> visis(
      @Path("projectId") String projectId, @Query("updatedAfter") @Nullable Instant updatedAfter);

  @GET("projects/{projectId}/visis")
  ResponseBody export(@Path("projectId") String projectId);
}
