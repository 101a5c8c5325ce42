package golden.scopes;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Page;
import visibuild.Paged;
import visibuild.RequiresScope;
import visibuild.Scope;
import visibuild.WriteAccess;
import visibuild.call.CallsOf;
import visibuild.call.ClientCalls;

/**
 * Client of {@link TicketsApi}. Needs {@link Scope#READ_WRITE}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class TicketsApiClient implements TicketsApi {
  private final Calls calls;

  private TicketsApiClient(WriteAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ_WRITE);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static TicketsApi create(WriteAccess access) {
    return new TicketsApiClient(access);
  }

  @Override
  public TicketsApi.Ticket get(String id) {
    return ClientCalls.execute(calls.get(id));
  }

  @Override
  public TicketsApi.Ticket create(TicketsApi.NewTicket ticket) {
    return ClientCalls.execute(calls.create(ticket));
  }

  @Override
  public void delete(String id) {
    ClientCalls.executeVoid(calls.delete(id));
  }

  @Override
  public void archive(String id, String reason) {
    ClientCalls.executeVoid(calls.archive(id, reason));
  }

  @Override
  public List<TicketsApi.Ticket> search(String query) {
    return ClientCalls.execute(calls.search(query));
  }

  @Override
  public Paged<TicketsApi.Ticket> searchAll(String query, String scope) {
    return ClientCalls.paged((pageSize, next) -> calls.searchAll(query, scope, pageSize, next));
  }

  @Override
  public void touch(String id) {
    ClientCalls.executeVoid(calls.touch(id));
  }

  @Override
  public Paged<TicketsApi.Ticket> list() {
    return ClientCalls.paged((pageSize, next) -> calls.list(pageSize, next));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  @CallsOf(TicketsApi.class)
  interface Calls {
    @GET("api/core/v1/tickets/{id}")
    Call<TicketsApi.Ticket> get(@Path("id") String id);

    @POST("api/core/v1/tickets")
    Call<TicketsApi.Ticket> create(@Body TicketsApi.NewTicket ticket);

    @DELETE("api/core/v1/tickets/{id}")
    Call<Void> delete(@Path("id") String id);

    @HTTP(
        method = "ARCHIVE",
        path = "api/core/v1/tickets/{id}",
        hasBody = true
    )
    Call<Void> archive(@Path("id") String id, @Body String reason);

    @RequiresScope(Scope.READ)
    @POST("api/core/v1/tickets/search")
    Call<List<TicketsApi.Ticket>> search(@Body String query);

    @RequiresScope(Scope.READ)
    @POST("api/core/v1/tickets/search")
    Call<Page<TicketsApi.Ticket>> searchAll(@Body String query, @Query("scope") String scope,
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);

    @RequiresScope(Scope.READ_WRITE)
    @GET("api/core/v1/tickets/{id}/touch")
    Call<Void> touch(@Path("id") String id);

    @RequiresScope(Scope.READ)
    @GET("api/core/v1/tickets")
    Call<Page<TicketsApi.Ticket>> list(@Query("pageSize") @Nullable Integer pageSize,
        @Query("next") @Nullable String next);
  }
}
