package visibuild.sample.api;

import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.NewWebhook;
import visibuild.sample.records.WebhookChange;
import visibuild.sample.records.WebhookEndpoint;

/** Creates, switches and removes webhooks. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface WebhookSettingsApi {
  /** Creates a webhook. Its secret is in this answer and in no other. */
  @POST("webhooks")
  WebhookEndpoint create(@Body NewWebhook webhook);

  /** Switches a webhook on or off. */
  @PATCH("webhooks/{id}")
  WebhookEndpoint change(@Path("id") String id, @Body WebhookChange change);

  /** Removes a webhook. */
  @DELETE("webhooks/{id}")
  void delete(@Path("id") String id);
}
