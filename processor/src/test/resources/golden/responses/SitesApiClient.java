package golden.responses;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;
import visibuild.DataKey;
import visibuild.Page;
import visibuild.Paged;
import visibuild.ReadAccess;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.call.ClientCalls;

/**
 * Client of {@link SitesApi}. Needs {@link Scope#READ}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class SitesApiClient implements SitesApi {
  private final Calls calls;

  private SitesApiClient(ReadAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static SitesApi create(ReadAccess access) {
    return new SitesApiClient(access);
  }

  @Override
  public Site value(String id) {
    return ClientCalls.execute(calls.value(id));
  }

  @Override
  public List<Site> list() {
    return ClientCalls.execute(calls.list());
  }

  @Override
  public int count() {
    return ClientCalls.execute(calls.count());
  }

  @Override
  public String[] names() {
    return ClientCalls.execute(calls.names());
  }

  @Override
  public void nothing(String id) {
    ClientCalls.executeVoid(calls.nothing(id));
  }

  @Override
  public Optional<Site> optional(String id) {
    return ClientCalls.executeOptional(calls.optional(id));
  }

  @Override
  public Response<List<Site>> response() {
    return ClientCalls.executeResponse(calls.response());
  }

  @Override
  public Response<Void> responseOfNothing(String id) {
    return ClientCalls.executeResponse(calls.responseOfNothing(id));
  }

  @Override
  public ResponseBody body(String id) {
    return ClientCalls.executeBody(calls.body(id));
  }

  @Override
  public Response<ResponseBody> responseOfBody(String id) {
    return ClientCalls.executeResponse(calls.responseOfBody(id));
  }

  @Override
  public Optional<ResponseBody> optionalBody(String id) {
    return ClientCalls.executeOptional(calls.optionalBody(id));
  }

  @Override
  public Call<Site> lazy(String id) {
    return ClientCalls.call(calls.lazy(id));
  }

  @Override
  public Call<Void> lazyNothing(String id) {
    return ClientCalls.call(calls.lazyNothing(id));
  }

  @Override
  public Paged<Site> paged() {
    return ClientCalls.paged((pageSize, next) -> calls.paged(pageSize, next));
  }

  @Override
  public Paged<Site> pagedOf(String companyId) {
    return ClientCalls.paged((pageSize, next) -> calls.pagedOf(companyId, pageSize, next));
  }

  @Override
  public CompletableFuture<List<Site>> future() {
    return ClientCalls.async(calls.future());
  }

  @Override
  public CompletableFuture<Void> futureOfNothing(String id) {
    return ClientCalls.asyncVoid(calls.futureOfNothing(id));
  }

  @Override
  public CompletableFuture<Optional<Site>> futureOfOptional(String id) {
    return ClientCalls.asyncOptional(calls.futureOfOptional(id));
  }

  @Override
  public CompletableFuture<Response<Site>> futureOfResponse(String id) {
    return ClientCalls.asyncResponse(calls.futureOfResponse(id));
  }

  @Override
  public CompletableFuture<ResponseBody> futureOfBody(String id) {
    return ClientCalls.asyncBody(calls.futureOfBody(id));
  }

  @Override
  public CompletableFuture<Paged<Site>> futureOfPaged(RequestOptions options) {
    return ClientCalls.asyncPaged((pageSize, next) -> calls.futureOfPaged(options, pageSize, next));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/sites/{id}")
    Call<Site> value(@Path("id") String id);

    @GET("api/core/v1/sites")
    Call<List<Site>> list();

    @GET("api/core/v1/sites/count")
    Call<Integer> count();

    @GET("api/core/v1/sites/names")
    Call<String[]> names();

    @HEAD("api/core/v1/sites/{id}")
    Call<Void> nothing(@Path("id") String id);

    @GET("api/core/v1/sites/{id}")
    Call<Site> optional(@Path("id") String id);

    @GET("api/core/v1/sites")
    Call<List<Site>> response();

    @HEAD("api/core/v1/sites/{id}")
    Call<Void> responseOfNothing(@Path("id") String id);

    @Streaming
    @GET("api/core/v1/sites/{id}/plan")
    Call<ResponseBody> body(@Path("id") String id);

    @Streaming
    @GET("api/core/v1/sites/{id}/plan")
    Call<ResponseBody> responseOfBody(@Path("id") String id);

    @Streaming
    @GET("api/core/v1/sites/{id}/plan")
    Call<ResponseBody> optionalBody(@Path("id") String id);

    @GET("api/core/v1/sites/{id}")
    Call<Site> lazy(@Path("id") String id);

    @HEAD("api/core/v1/sites/{id}")
    Call<Void> lazyNothing(@Path("id") String id);

    @GET("api/core/v1/sites")
    Call<Page<Site>> paged(@Query("pageSize") @Nullable Integer pageSize,
        @Query("next") @Nullable String next);

    @DataKey("sites")
    @GET("api/core/v1/companies/{companyId}/sites")
    Call<Page<Site>> pagedOf(@Path("companyId") String companyId,
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);

    @GET("api/core/v1/sites")
    Call<List<Site>> future();

    @HEAD("api/core/v1/sites/{id}")
    Call<Void> futureOfNothing(@Path("id") String id);

    @GET("api/core/v1/sites/{id}")
    Call<Site> futureOfOptional(@Path("id") String id);

    @GET("api/core/v1/sites/{id}")
    Call<Site> futureOfResponse(@Path("id") String id);

    @Streaming
    @GET("api/core/v1/sites/{id}/plan")
    Call<ResponseBody> futureOfBody(@Path("id") String id);

    @GET("api/core/v1/sites")
    Call<Page<Site>> futureOfPaged(@Tag RequestOptions options,
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);
  }
}
