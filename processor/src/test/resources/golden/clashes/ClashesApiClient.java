package golden.clashes;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;

/**
 * Client of {@link ClashesApi}. Needs {@link Scope#READ_WRITE}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class ClashesApiClient implements ClashesApi {
  private final Calls calls;

  private ClashesApiClient(visibuild.WriteAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ_WRITE);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static ClashesApi create(visibuild.WriteAccess access) {
    return new ClashesApiClient(access);
  }

  @java.lang.Override
  public ClashesApi.Calls calls(int calls) {
    return visibuild.call.ClientCalls.execute(this.calls.calls(calls));
  }

  @java.lang.Override
  public ClashesApi.Page create(ClashesApi.WriteAccess access) {
    return visibuild.call.ClientCalls.execute(calls.create(access));
  }

  @java.lang.Override
  public ClashesApi.ClientCalls create() {
    return visibuild.call.ClientCalls.execute(calls.create());
  }

  @java.lang.Override
  public Paged<ClashesApi.Page> list(int pageSize, ClashesApi.String next, int calls) {
    return visibuild.call.ClientCalls.paged((pageSize2, next2) -> this.calls.list(pageSize, next,
        calls, pageSize2, next2));
  }

  @java.lang.Override
  public Paged<ClashesApi.Page> list(java.lang.String projectId) {
    return visibuild.call.ClientCalls.paged((pageSize, next) -> calls.list2(projectId, pageSize,
        next));
  }

  @java.lang.Override
  public Call<ClashesApi.Page> list(java.lang.String projectId, Integer pageSize,
      java.lang.String next) {
    return visibuild.call.ClientCalls.call(calls.list(projectId, pageSize, next));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/calls")
    Call<ClashesApi.Calls> calls(@Query("calls") int calls);

    @POST("api/core/v1/create")
    Call<ClashesApi.Page> create(@Body ClashesApi.WriteAccess access);

    @GET("api/core/v1/create")
    Call<ClashesApi.ClientCalls> create();

    @GET("api/core/v1/pages")
    Call<visibuild.Page<ClashesApi.Page>> list(@Query("size") int pageSize,
        @Query("cursor") ClashesApi.String next, @Query("c") int calls,
        @Query("pageSize") @Nullable Integer pageSize2,
        @Query("next") java.lang. @Nullable String next2);

    @GET("api/core/v1/pages")
    Call<visibuild.Page<ClashesApi.Page>> list2(@Query("project") java.lang.String projectId,
        @Query("pageSize") @Nullable Integer pageSize,
        @Query("next") java.lang. @Nullable String next);

    @GET("api/core/v1/pages")
    Call<ClashesApi.Page> list(@Query("project") java.lang.String projectId,
        @Query("size") Integer pageSize, @Query("from") java.lang.String next);
  }
}
