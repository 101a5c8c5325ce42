package visibuild.spring.actuate;

import java.io.IOException;
import okhttp3.ResponseBody;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Query;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;

/**
 * Reports up if there is a valid token, or one can be had. A token that is still valid is used
 * again, and after a failed token request the runtime's pause applies, so frequent checks cause no
 * traffic. On request the check also reads one project.
 */
final class VisibuildHealthIndicator extends AbstractHealthIndicator {
  private final Visibuild visibuild;
  private final boolean callsApi;

  VisibuildHealthIndicator(Visibuild visibuild, boolean callsApi) {
    super("No Visibuild token could be had, or the API call failed.");
    this.visibuild = visibuild;
    this.callsApi = callsApi;
  }

  /** The smallest read that every credential may do. */
  interface Projects {
    @GET("api/core/v1/projects")
    Call<ResponseBody> list(@Query("pageSize") int pageSize);
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    try {
      visibuild.checkToken();
      builder.up().withDetail("scope", visibuild.scope().parameter());
      if (callsApi) {
        builder.withDetail("api", status());
      }
    } catch (VisibuildException | IOException e) {
      builder
          .down()
          .withDetail("scope", visibuild.scope().parameter())
          .withDetail("error", e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private String status() throws IOException {
    Projects projects = visibuild.readAccess().implement(Projects.class, Scope.READ);
    Response<ResponseBody> response = projects.list(1).execute();
    if (response.body() != null) {
      response.body().close();
    }
    if (!response.isSuccessful()) {
      throw new IOException("GET api/core/v1/projects returned status " + response.code());
    }
    return "status " + response.code();
  }
}
