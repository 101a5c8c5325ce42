package visibuild.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Webhook endpoints, to read and to change.
 *
 * <pre>{@code
 * WebhookEndpoint webhook =
 *     writer.webhooks().replace(
 *         new NewWebhook(url, List.of(WebhookEventType.TICKET_CREATED), "Help desk", projectIds));
 * store.save(webhook.secret());
 * }</pre>
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface WebhooksWriteApi extends WebhooksApi {
  /**
   * Creates a webhook endpoint. Only this response carries its secret.
   *
   * <p>{@code POST /api/core/v1/webhooks}; one record; scope {@code read write}. Source: help
   * article <i>Webhooks</i>, client code.
   */
  @POST("webhooks")
  WebhookEndpoint create(@Body NewWebhook webhook);

  /**
   * Changes a webhook endpoint and returns it.
   *
   * <p>{@code PATCH /api/core/v1/webhooks/{id}}; one record; scope {@code read write}. Source:
   * client code. Only {@code enabled} is known to be changeable.
   *
   * @param options settings for this call, or {@code null}
   */
  @PATCH("webhooks/{id}")
  WebhookEndpoint change(
      @Path("id") String id, @Body WebhookChange change, @Nullable RequestOptions options);

  /**
   * Deletes a webhook endpoint.
   *
   * <p>{@code DELETE /api/core/v1/webhooks/{id}}; no content; scope {@code read write}. Source:
   * client code.
   */
  @DELETE("webhooks/{id}")
  void delete(@Path("id") String id);

  /**
   * Starts or stops the sending of events to a webhook endpoint. The call sets a state, so it is
   * repeated after a transient failure.
   */
  default WebhookEndpoint setEnabled(String id, boolean enabled) {
    return change(id, new WebhookChange(enabled), RequestOptions.none().idempotent());
  }

  /**
   * Creates a webhook endpoint and then deletes the older ones with the same URL.
   *
   * <p>A program that lost a webhook's secret calls this at its start: no call returns the secret
   * of an existing endpoint. Between the two steps an event may arrive twice, once with each
   * signature. If a deletion fails, the new endpoint stays; the next call deletes the rest.
   */
  default WebhookEndpoint replace(NewWebhook webhook) {
    List<WebhookEndpoint> older = withUrl(webhook.url());
    WebhookEndpoint created = create(webhook);
    older.forEach(each -> delete(each.id()));
    return created;
  }
}
