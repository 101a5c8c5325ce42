package golden.annotations;

import java.util.List;
import java.util.concurrent.TimeUnit;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** What is there at run time goes to Retrofit, what is deprecated stays deprecated. */
@Deprecated
@VisibuildApi(scope = Scope.READ_WRITE)
public interface TracedApi {
  String PATH = "traces";

  @Traced.Note
  @Traced(
      text = "a \"quoted\" $line\n",
      letter = '\'',
      large = 4_000_000_000L,
      numbers = {1, Double.NaN},
      type = int[].class,
      units = TimeUnit.DAYS,
      label = @Traced.Label("one"),
      labels = {@Traced.Label("two"), @Traced.Label("three")})
  @Headers({"Accept-Language: en", "X-Trace: on"})
  @GET(PATH + "/all")
  List<String> traces(@Traced.Note @Traced(numbers = {}) @Header("X-Id") String id);

  @Deprecated(since = "2", forRemoval = true)
  @POST(PATH)
  void old();

  @SuppressWarnings({"deprecation", "unused"})
  @POST("older")
  OldTrace older();
}
