package visibuild.sample.api;

import retrofit2.http.GET;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.WebhookEndpoint;

/** Webhooks, to read. To change them: {@link WebhookSettingsApi}. */
@VisibuildApi(scope = Scope.READ)
public interface WebhooksApi {
  /** All webhooks, without their secrets. */
  @GET("webhooks")
  Paged<WebhookEndpoint> list();
}
