package visibuild.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reported problem or request. Source: client code; help article <i>Managing Post Completion
 * Tickets</i> for status and priority.
 *
 * @param id the id, in UUID layout
 * @param ticketNo the short number
 * @param title the subject
 * @param description the details
 * @param status the status
 * @param priority the urgency
 * @param projectId the id of the {@link Project}
 * @param locationId the id of the {@link Location}
 * @param address the postal address
 * @param companyId the id of the {@link Company} that owns the ticket
 * @param createdByUserId the id of the {@link User} that opened it
 * @param contact the reporter, if it is not a user
 * @param aiSummary a summary written by the server
 * @param visis the visis that were created for it
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @since 0.1
 */
public record Ticket(
    String id,
    @Nullable Integer ticketNo,
    @Nullable String title,
    @Nullable String description,
    @NullAsEmpty TicketStatus status,
    @NullAsEmpty TicketPriority priority,
    @Nullable String projectId,
    @Nullable String locationId,
    @Nullable String address,
    @Nullable String companyId,
    @Nullable String createdByUserId,
    @Nullable Contact contact,
    @Nullable String aiSummary,
    @NullAsEmpty List<Visi> visis,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {
  /** Copies the list of visis. */
  public Ticket {
    visis = List.copyOf(visis);
  }
}
