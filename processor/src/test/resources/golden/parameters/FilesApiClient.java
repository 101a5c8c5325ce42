package golden.parameters;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
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
import visibuild.Page;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.WriteAccess;
import visibuild.call.ClientCalls;

/**
 * Client of {@link FilesApi}. Needs {@link Scope#READ_WRITE}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class FilesApiClient implements FilesApi {
  private final Calls calls;

  private FilesApiClient(WriteAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ_WRITE);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static FilesApi create(WriteAccess access) {
    return new FilesApiClient(access);
  }

  @Override
  public String at(String url) {
    return ClientCalls.execute(calls.at(url));
  }

  @Override
  public byte[] read(UUID folder, String name) {
    return ClientCalls.execute(calls.read(folder, name));
  }

  @Override
  public List<String> some(String... ids) {
    return ClientCalls.execute(calls.some(ids));
  }

  @Override
  public Paged<String> pages(Map<String, Integer> filter, long[]... ids) {
    return ClientCalls.paged((pageSize, next) -> calls.pages(filter, ids, pageSize, next));
  }

  @Override
  public void rename(String from, String to) {
    ClientCalls.executeVoid(calls.rename(from, to));
  }

  @Override
  public void upload(MultipartBody.Part content, String description) {
    ClientCalls.executeVoid(calls.upload(content, description));
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET
    Call<String> at(@Url String url);

    @GET("api/core/v1/files/{folder}/{name}?sort=name")
    Call<byte[]> read(@Path("folder") UUID folder,
        @Path(value = "name", encoded = true) String name);

    @GET("api/core/v1/files")
    Call<List<String>> some(@Query("id") String... ids);

    @GET("api/core/v1/files")
    Call<Page<String>> pages(@QueryMap Map<String, Integer> filter, @Tag long[][] ids,
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);

    @FormUrlEncoded
    @POST("api/core/v1/files")
    Call<Void> rename(@Field("from") String from, @Field("to") String to);

    @Multipart
    @POST("api/core/v1/files/content")
    Call<Void> upload(@Part MultipartBody.Part content, @Part("description") String description);
  }
}
