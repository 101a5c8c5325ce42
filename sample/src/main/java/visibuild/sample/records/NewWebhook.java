package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is created with.
 *
 * @param url the address to send to, {@code https}
 * @param events what to send
 * @param description what it is for
 * @param projectIds the projects whose events are sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewWebhook(
    String url, List<WebhookEvent> events, @Nullable String description, List<String> projectIds) {
  /** Keeps copies of its collections. */
  public NewWebhook {
    events = List.copyOf(events);
    projectIds = List.copyOf(projectIds);
  }
}
