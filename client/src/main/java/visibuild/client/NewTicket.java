package visibuild.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a ticket to open.
 *
 * <pre>{@code
 * NewTicket ticket =
 *     NewTicket.of("Cracked tile", projectId)
 *         .withDescription("North wall, second row")
 *         .withPriority(TicketPriority.HIGH);
 * }</pre>
 *
 * <p>Immutable. Source: help article <i>Uploading attachments via API</i>; <i>Managing Post
 * Completion Tickets</i> for the priorities.
 *
 * @param title the subject
 * @param projectId the id of the {@link Project}
 * @param description the details
 * @param priority the urgency; the server chooses one if {@code null}
 * @param attachmentKeys the keys of uploaded files, as {@link visibuild.Attachments} returns them
 * @since 0.1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewTicket(
    String title,
    String projectId,
    @Nullable String description,
    @Nullable TicketPriority priority,
    List<String> attachmentKeys) {
  /**
   * Copies the list of keys.
   *
   * @throws IllegalArgumentException if the priority is {@link TicketPriority#UNKNOWN}, which is no
   *     value of the API
   */
  public NewTicket {
    if (priority == TicketPriority.UNKNOWN) {
      throw new IllegalArgumentException(
          "UNKNOWN is not a priority of the API; pass another one, or null for the server's"
              + " default.");
    }
    attachmentKeys = List.copyOf(attachmentKeys);
  }

  /** Creates a ticket with a title only: no description, the server's priority, no files. */
  public static NewTicket of(String title, String projectId) {
    return new NewTicket(title, projectId, null, null, List.of());
  }

  /** Returns a copy with a description. */
  public NewTicket withDescription(String description) {
    return new NewTicket(title, projectId, description, priority, attachmentKeys);
  }

  /** Returns a copy with a priority. */
  public NewTicket withPriority(TicketPriority priority) {
    return new NewTicket(title, projectId, description, priority, attachmentKeys);
  }

  /** Returns a copy with these keys of uploaded files, in place of the present ones. */
  public NewTicket withAttachmentKeys(List<String> attachmentKeys) {
    return new NewTicket(title, projectId, description, priority, attachmentKeys);
  }
}
