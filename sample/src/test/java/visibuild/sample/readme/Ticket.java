package visibuild.sample.readme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the README's first steps read. */
public record Ticket(String id, String title, TicketStatus status, @Nullable Instant createdAt) {}
