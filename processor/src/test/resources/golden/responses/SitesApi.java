package golden.responses;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.Path;
import retrofit2.http.Streaming;
import visibuild.DataKey;
import visibuild.Paged;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** Every shape that a response can have. */
@VisibuildApi(scope = Scope.READ)
public interface SitesApi {
  @GET("sites/{id}")
  Site value(@Path("id") String id);

  @GET("sites")
  List<Site> list();

  @GET("sites/count")
  int count();

  @GET("sites/names")
  String[] names();

  @HEAD("sites/{id}")
  void nothing(@Path("id") String id);

  @GET("sites/{id}")
  Optional<Site> optional(@Path("id") String id);

  @GET("sites")
  Response<List<Site>> response();

  @HEAD("sites/{id}")
  Response<Void> responseOfNothing(@Path("id") String id);

  @GET("sites/{id}/plan")
  ResponseBody body(@Path("id") String id);

  @Streaming
  @GET("sites/{id}/plan")
  Response<ResponseBody> responseOfBody(@Path("id") String id);

  @GET("sites/{id}/plan")
  Optional<ResponseBody> optionalBody(@Path("id") String id);

  @GET("sites/{id}")
  Call<Site> lazy(@Path("id") String id);

  @HEAD("sites/{id}")
  Call<Void> lazyNothing(@Path("id") String id);

  @GET("sites")
  Paged<Site> paged();

  @DataKey("sites")
  @GET("companies/{companyId}/sites")
  Paged<Site> pagedOf(@Path("companyId") String companyId);

  @GET("sites")
  CompletableFuture<List<Site>> future();

  @HEAD("sites/{id}")
  CompletableFuture<Void> futureOfNothing(@Path("id") String id);

  @GET("sites/{id}")
  CompletableFuture<Optional<Site>> futureOfOptional(@Path("id") String id);

  @GET("sites/{id}")
  CompletableFuture<Response<Site>> futureOfResponse(@Path("id") String id);

  @GET("sites/{id}/plan")
  CompletableFuture<ResponseBody> futureOfBody(@Path("id") String id);

  @GET("sites")
  CompletableFuture<Paged<Site>> futureOfPaged(RequestOptions options);
}
