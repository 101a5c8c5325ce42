package visibuild.sample.readme;

import retrofit2.http.Body;
import retrofit2.http.PATCH;
import retrofit2.http.Path;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.WebhookEndpoint;

/** The method with options that the README shows. */
@VisibuildApi(scope = Scope.READ_WRITE)
interface SwitchApi {
  record Enabled(boolean enabled) {}

  @PATCH("webhooks/{id}")
  WebhookEndpoint change(@Path("id") String id, @Body Enabled enabled, RequestOptions options);
}
