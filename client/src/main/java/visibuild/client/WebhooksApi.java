package visibuild.client;

import java.util.List;
import retrofit2.http.GET;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Webhook endpoints. Reads only; {@link WebhooksWriteApi} changes them.
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface WebhooksApi {
  /**
   * Lists the webhook endpoints, without their secrets.
   *
   * <p>{@code GET /api/core/v1/webhooks}; paged; scope {@code read}. Source: help article
   * <i>Webhooks</i>, client code.
   */
  @GET("webhooks")
  Paged<WebhookEndpoint> list();

  /**
   * Lists the webhook endpoints with this URL.
   *
   * <p>Reads {@link #list()} to its end, since the endpoint has no filter. URLs are compared as
   * text.
   */
  default List<WebhookEndpoint> withUrl(String url) {
    return list().stream().filter(webhook -> url.equals(webhook.url())).toList();
  }
}
