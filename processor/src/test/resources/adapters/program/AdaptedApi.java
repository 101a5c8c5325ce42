package program;

import com.google.common.util.concurrent.ListenableFuture;
import io.reactivex.rxjava3.core.Single;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import retrofit2.Response;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.VisibuildApi;

@VisibuildApi(scope = Scope.READ_WRITE)
interface AdaptedApi {
  @GET("sites/s1")
  Mono<Site> mono();

  @GET("sites/s1")
  Mono<Response<Site>> monoOfResponse();

  @POST("sites")
  Mono<Site> monoOfWrite(@Body Site site);

  @GET("sites/s1")
  Flux<Site> flux();

  @GET("sites/s1")
  Flux<Response<Site>> fluxOfResponse();

  @POST("sites")
  Flux<Site> fluxOfWrite(@Body Site site);

  @GET("sites/s1")
  ListenableFuture<Site> guava();

  @GET("sites/s1")
  ListenableFuture<Response<Site>> guavaOfResponse();

  @POST("sites")
  ListenableFuture<Site> guavaOfWrite(@Body Site site);

  @GET("sites/s1")
  Single<Site> rxJava();

  @GET("sites/s1")
  Single<Response<Site>> rxJavaOfResponse();

  @POST("sites")
  Single<Site> rxJavaOfWrite(@Body Site site);

  @GET("sites/s1")
  Later<Site> later();

  @POST("sites")
  Later<Site> laterOfWrite(@Body Site site);
}
