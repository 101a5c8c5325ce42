package visibuild.testing.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for work. */
public record Ticket(
    String id,
    int ticketNo,
    String title,
    @Nullable String description,
    TicketStatus status,
    TicketPriority priority,
    String projectId,
    @Nullable String locationId,
    @Nullable String address,
    @Nullable String companyId,
    @Nullable String createdByUserId,
    @Nullable Contact contact,
    @Nullable String aiSummary,
    List<Visi> visis,
    Instant createdAt,
    Instant updatedAt) {}
