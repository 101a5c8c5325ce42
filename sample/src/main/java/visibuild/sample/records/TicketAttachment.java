package visibuild.sample.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo or a file of a ticket.
 *
 * @param id the id, in UUID layout
 * @param key the key under which it was uploaded
 * @param url where its bytes are
 * @param createdAt when it was created
 */
public record TicketAttachment(
    @Nullable String id, @Nullable String key, @Nullable String url, @Nullable Instant createdAt) {}
