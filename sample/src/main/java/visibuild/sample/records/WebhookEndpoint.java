package visibuild.sample.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that Visibuild sends events to.
 *
 * @param id the id, in UUID layout
 * @param url the address
 * @param description what it is for
 * @param events what is sent
 * @param enabled whether anything is sent
 * @param projectIds the projects whose events are sent
 * @param failureCount how many deliveries failed
 * @param secret what deliveries are signed with; given once, when the endpoint is created
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
public record WebhookEndpoint(
    String id,
    @Nullable String url,
    @Nullable String description,
    @NeverNull List<WebhookEvent> events,
    @NeverNull boolean enabled,
    @NeverNull List<String> projectIds,
    @NeverNull int failureCount,
    @Nullable String secret,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {
  /** Keeps copies of its collections. */
  public WebhookEndpoint {
    events = List.copyOf(events);
    projectIds = List.copyOf(projectIds);
  }

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "WebhookEndpoint[id=" + id + ", url=" + url + ", enabled=" + enabled + "]";
  }
}
