package visibuild.sample.readme;

import java.util.Optional;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** The interface of the README's first steps. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface TicketsApi {
  @GET("tickets")
  Paged<Ticket> ofProject(@Query("projectId") String projectId);

  @GET("tickets/{id}")
  Optional<Ticket> find(@Path("id") String id);

  @POST("tickets")
  Ticket create(@Body NewTicket ticket);
}
