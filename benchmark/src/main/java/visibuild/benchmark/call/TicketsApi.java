package visibuild.benchmark.call;

import java.util.List;
import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** The interface that the processor writes a client for. */
@VisibuildApi(scope = Scope.READ)
public interface TicketsApi {
  /** One ticket. */
  @GET("tickets/{id}")
  Ticket get(@Path("id") String id);

  /** All tickets. */
  @GET("tickets")
  List<Ticket> list();
}
