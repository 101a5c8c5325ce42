package visibuild.benchmark.soak;

import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** The interface of the calls; the processor writes its client. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface SoakApi {
  /** A ticket of the server. */
  record SoakTicket(String id, String title) {}

  /** A ticket to create; its title names the call. */
  record NewSoakTicket(String title) {}

  /** Reads a ticket, whose id names the call. */
  @GET("tickets/{id}")
  SoakTicket get(@Path("id") String id);

  /** Creates a ticket. */
  @POST("tickets")
  SoakTicket create(@Body NewSoakTicket ticket);
}
