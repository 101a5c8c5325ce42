package golden.parameters;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.MultipartBody;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import retrofit2.http.Tag;
import retrofit2.http.Url;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** Parameters of all kinds. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface FilesApi {
  @GET
  String at(@Url String url);

  @GET("files/{folder}/{name}?sort=name")
  byte[] read(
      @Path("folder") UUID folder, @Path(value = "name", encoded = true) final String name);

  @GET("files")
  List<String> some(@Query("id") String... ids);

  @GET("files")
  Paged<String> pages(@QueryMap Map<String, Integer> filter, @Tag long[]... ids);

  @FormUrlEncoded
  @POST("files")
  void rename(@Field("from") String from, @Field("to") String to);

  @Multipart
  @POST("files/content")
  void upload(@Part MultipartBody.Part content, @Part("description") String description);
}
