package visibuild.testing.data;

import java.time.Instant;

/** A file of a ticket; its bytes lie under {@code key}, which is all that is known of its name. */
public record Attachment(String id, String key, Instant createdAt) {}
