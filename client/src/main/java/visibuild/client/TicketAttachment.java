package visibuild.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo or file of a ticket. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param key the key of the upload
 * @param url the address of the content; its lifetime is not documented
 * @param createdAt the time of creation
 * @since 0.1
 */
public record TicketAttachment(
    @Nullable String id, @Nullable String key, @Nullable String url, @Nullable Instant createdAt) {}
