package visibuild.docs;

import io.reactivex.rxjava3.core.Single;
import java.time.Instant;
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
import visibuild.client.Ticket;
import visibuild.client.Visi;

/** The interface behind the examples that show more than the ready-made client. */
@VisibuildApi(scope = Scope.READ)
interface GuideApi {
  @GET("tickets/{id}")
  Ticket ticket(@Path("id") String id);

  @GET("tickets/{id}")
  CompletableFuture<Ticket> ticketLater(@Path("id") String id);

  @GET("tickets/{id}")
  Response<Ticket> ticketWithHeaders(@Path("id") String id);

  @GET("tickets/{id}")
  Ticket ticket(@Path("id") String id, RequestOptions options);

  @DataKey("visis")
  @GET("projects/{projectId}/visis")
  Paged<Visi> changedVisis(
      @Path("projectId") String projectId, @Query("updatedAfter") @Nullable Instant updatedAfter);

  @GET("projects/{projectId}/visis")
  Paged<Visi> visis(
      @Path("projectId") String projectId, @Query("updatedAfter") @Nullable Instant updatedAfter);

  @GET("projects/{projectId}/visis")
  ResponseBody export(@Path("projectId") String projectId);

  /** A type that a call adapter of RxJava makes. */
  @VisibuildApi(scope = Scope.READ)
  interface RxApi {
    @GET("tickets/{id}")
    Single<Ticket> get(@Path("id") String id);
  }
}
