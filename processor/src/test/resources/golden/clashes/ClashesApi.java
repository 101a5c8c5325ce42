package golden.clashes;

import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** Names that the client would use itself. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface ClashesApi {
  record Calls(String calls) {}

  record Page(String page) {}

  record ClientCalls(String answers) {}

  record WriteAccess(String access) {}

  record String(java.lang.String text) {
    @java.lang.Override
    public java.lang.String toString() {
      return text;
    }
  }

  @interface Override {}

  @GET("calls")
  Calls calls(@Query("calls") int calls);

  @POST("create")
  Page create(@Body WriteAccess access);

  @GET("create")
  ClientCalls create();

  @GET("pages")
  Paged<Page> list(
      @Query("size") int pageSize, @Query("cursor") String next, @Query("c") int calls);

  @GET("pages")
  Paged<Page> list(@Query("project") java.lang.String projectId);

  @GET("pages")
  Call<Page> list(
      @Query("project") java.lang.String projectId,
      @Query("size") Integer pageSize,
      @Query("from") java.lang.String next);
}
