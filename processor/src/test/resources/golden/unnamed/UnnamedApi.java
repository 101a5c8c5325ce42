import retrofit2.http.GET;
import visibuild.Scope;
import visibuild.VisibuildApi;

@VisibuildApi(scope = Scope.READ)
public interface UnnamedApi {
  record Status(String text) {}

  @GET("status")
  Status status();
}
