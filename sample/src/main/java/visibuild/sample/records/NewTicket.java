package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is opened with.
 *
 * @param title what it is about
 * @param projectId the {@link Project}
 * @param description the details
 * @param priority how urgent it is; the server's default if {@code null}
 * @param attachmentKeys the {@link Upload#key keys} of uploaded files
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewTicket(
    String title,
    String projectId,
    @Nullable String description,
    @Nullable TicketPriority priority,
    List<String> attachmentKeys) {
  /** Keeps copies of its collections. */
  public NewTicket {
    attachmentKeys = List.copyOf(attachmentKeys);
  }
}
