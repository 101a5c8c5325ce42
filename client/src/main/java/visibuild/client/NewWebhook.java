package visibuild.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a webhook endpoint to create.
 *
 * <p>Immutable. Source: help article <i>Webhooks</i>.
 *
 * @param url the URL that receives events; Visibuild requires {@code https}
 * @param events the types of events to send
 * @param description the purpose, for people who manage webhooks
 * @param projectIds the ids of the projects whose events are sent. An empty list is not sent; the
 *     article creates a webhook without this member.
 * @since 0.1
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NewWebhook(
    String url,
    List<WebhookEventType> events,
    @Nullable String description,
    List<String> projectIds) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if {@link WebhookEventType#UNKNOWN} is among the events
   */
  public NewWebhook {
    events = List.copyOf(events);
    projectIds = List.copyOf(projectIds);
    if (events.contains(WebhookEventType.UNKNOWN)) {
      throw new IllegalArgumentException(
          "UNKNOWN is not an event of the API; leave it out of the events of the webhook.");
    }
  }
}
