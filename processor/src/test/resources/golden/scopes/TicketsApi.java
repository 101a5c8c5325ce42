package golden.scopes;

import java.util.List;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.RequiresScope;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** The scope of a request is said by its verb, and stated only where that says something else. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface TicketsApi {
  record Ticket(String id, String title) {}

  record NewTicket(String title) {}

  @GET("tickets/{id}")
  Ticket get(@Path("id") String id);

  @POST("tickets")
  Ticket create(@Body NewTicket ticket);

  @DELETE("tickets/{id}")
  void delete(@Path("id") String id);

  @HTTP(method = "ARCHIVE", path = "tickets/{id}", hasBody = true)
  void archive(@Path("id") String id, @Body String reason);

  /** A POST that reads. */
  @RequiresScope(Scope.READ)
  @POST("tickets/search")
  List<Ticket> search(@Body String query);

  @RequiresScope(Scope.READ)
  @POST("tickets/search")
  Paged<Ticket> searchAll(@Body String query, @Query("scope") String scope);

  /** A GET that writes. */
  @RequiresScope(Scope.READ_WRITE)
  @GET("tickets/{id}/touch")
  void touch(@Path("id") String id);

  /** Says what the verb says. */
  @RequiresScope(Scope.READ)
  @GET("tickets")
  Paged<Ticket> list();
}
