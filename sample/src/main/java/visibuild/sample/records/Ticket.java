package visibuild.sample.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody reports and wants settled.
 *
 * @param id the id, in UUID layout
 * @param ticketNo the short number
 * @param title what it is about
 * @param description the details
 * @param status where it stands
 * @param priority how urgent it is
 * @param projectId the project it belongs to
 * @param locationId the {@link Location}
 * @param address the postal address
 * @param companyId the {@link Company} it belongs to
 * @param createdByUserId the {@link User} who opened it
 * @param contact who reported it, where that is no user
 * @param aiSummary a summary that the server wrote
 * @param visis the visis that settle it
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
public record Ticket(
    String id,
    @Nullable Integer ticketNo,
    @Nullable String title,
    @Nullable String description,
    @NeverNull TicketStatus status,
    @NeverNull TicketPriority priority,
    @Nullable String projectId,
    @Nullable String locationId,
    @Nullable String address,
    @Nullable String companyId,
    @Nullable String createdByUserId,
    @Nullable Contact contact,
    @Nullable String aiSummary,
    @NeverNull List<Visi> visis,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {
  /** Keeps copies of its collections. */
  public Ticket {
    visis = List.copyOf(visis);
  }
}
