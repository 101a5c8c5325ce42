package visibuild.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL that receives events from Visibuild. Source: help article <i>Webhooks</i>, client code.
 *
 * @param id the id, in UUID layout
 * @param url the URL
 * @param description the purpose
 * @param events the types of events that are sent
 * @param enabled false while sending is switched off
 * @param projectIds the ids of the projects whose events are sent
 * @param failureCount the number of failed deliveries; the time span it covers is not documented
 * @param secret the key that signs deliveries; present only in the response that creates the
 *     endpoint. It is left out of {@link #toString} and of JSON written from this record.
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @since 0.1
 */
public record WebhookEndpoint(
    String id,
    @Nullable String url,
    @Nullable String description,
    @NullAsEmpty List<WebhookEventType> events,
    @NullAsEmpty boolean enabled,
    @NullAsEmpty List<String> projectIds,
    @NullAsEmpty int failureCount,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String secret,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {
  /** Copies the lists. */
  public WebhookEndpoint {
    events = List.copyOf(events);
    projectIds = List.copyOf(projectIds);
  }

  /** Returns a text without the secret. */
  @Override
  public String toString() {
    return "WebhookEndpoint[id=" + id + ", url=" + url + ", enabled=" + enabled + "]";
  }
}
